package io.spantree.golden.review;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.Merge;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Takes some findings of a comparison into its golden, and leaves the others.
 *
 * <p>What is left is reverted in the recording, and the result is merged as any run is. So there is
 * one merge, and this is proved before anything is written: compared with the new golden, the run
 * shows the findings that were left, and no others.
 */
public final class PartialMerge {
  private PartialMerge() {}

  /**
   * The golden with all findings taken but these.
   *
   * @param rules which matchers are proposed for what is new
   * @throws EntangledException when these cannot be told from the ones that are taken
   */
  public static Outline leaving(Collection<Finding> left, Comparison comparison, NoiseRules rules) {
    if (left.isEmpty()) {
      return Merge.of(comparison, rules);
    } else if (left.size() == comparison.findings().size()) {
      return comparison.outline();
    }
    Set<Finding> rejected = Sets.identity(left);
    List<Finding> taken =
        comparison.findings().stream().filter(each -> !rejected.contains(each)).toList();
    Outline merged = merge(rejected, comparison, rules);
    Outline read = Outline.parse(OutlinePrinter.printFile(merged));
    Comparison after = Comparison.of(read, comparison.recording(), Mode.CLOSED);
    if (!likenesses(after.findings()).equals(likenesses(comparison.findings(), rejected))) {
      throw new EntangledException(taken, List.copyOf(rejected));
    }
    return merged;
  }

  private static Outline merge(Set<Finding> rejected, Comparison comparison, NoiseRules rules) {
    Placeholders placeholders = new Placeholders();
    Recording reverted = new Reversal(comparison, placeholders).revert(rejected);
    Outline golden = placeholders.replaced(comparison.outline());
    return placeholders.restored(Merge.of(Comparison.of(golden, reverted, Mode.CLOSED), rules));
  }

  private static List<Likeness> likenesses(List<Finding> findings) {
    return findings.stream().map(Likeness::of).sorted().toList();
  }

  private static List<Likeness> likenesses(List<Finding> findings, Set<Finding> wanted) {
    List<Finding> left = new ArrayList<>(findings);
    left.removeIf(finding -> !wanted.contains(finding));
    return likenesses(left);
  }
}
