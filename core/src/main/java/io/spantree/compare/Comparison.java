package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import java.util.List;

/**
 * What tells a recording from an outline: findings, and which span stands for which line.
 *
 * @param outline what was expected
 * @param recording what was recorded
 * @param mode whether the outline claims to describe everything
 * @param alignment which span stands for which line
 * @param roots the lines of depth 0
 * @param findings all differences, heaviest first; empty when the recording is as expected
 * @param gaveUp whether the search ended before all that labels may mean, or all pairs of very many
 *     siblings, had been tried, so that fewer findings may explain the difference
 */
public record Comparison(
    Outline outline,
    Recording recording,
    Mode mode,
    Alignment alignment,
    List<ExpectedSpan> roots,
    List<Finding> findings,
    boolean gaveUp) {

  public Comparison {
    roots = List.copyOf(roots);
    findings = List.copyOf(findings);
  }

  public static Comparison of(Outline outline, Recording recording, Mode mode) {
    return new BestPairing(Subject.of(outline, recording, mode)).find();
  }

  /** Whether some recording would differ: an outline of which this is not so asserts nothing. */
  public static boolean canFail(Outline outline, Mode mode) {
    return Demands.any(outline, mode);
  }

  /** Findings that no outline made, to be shown in the tree of the recording. */
  public static Comparison ofFindings(Recording recording, List<Finding> findings) {
    Outline nothing = new Outline(List.of(), false, List.of());
    Alignment none = new Alignment(ExpectedTree.of(nothing), recording);
    return new Comparison(nothing, recording, Mode.OPEN, none, List.of(), findings, false);
  }

  public boolean matches() {
    return findings.isEmpty();
  }
}
