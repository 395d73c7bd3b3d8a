package io.spantree.check;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The checks that need no assertion: what is wrong with a recording whatever it was meant to be.
 *
 * <p>A span that was never ended, that lost its context or whose parent nobody knows is wrong in
 * every program, as is each of the {@linkplain Recording#lifecycle() lifecycle faults}.
 */
public final class Checks {
  /** What correct code can trip over, so that it is looked for on request only. */
  public static final Set<FindingKind> ON_REQUEST =
      Collections.unmodifiableSet(EnumSet.of(FindingKind.ENDED_TWICE, FindingKind.PARENT_ENDED));

  private final Set<FindingKind> requested;
  private final List<Allowance> allowances;

  /**
   * Checks with exceptions.
   *
   * @throws IllegalArgumentException if a kind is requested that is no such check
   */
  public Checks(Set<FindingKind> requested, List<Allowance> allowances) {
    if (!ON_REQUEST.containsAll(requested)) {
      throw new IllegalArgumentException(
          "require takes what is not checked anyway: " + ON_REQUEST + "; was " + requested);
    }
    this.requested = Set.copyOf(requested);
    this.allowances = List.copyOf(allowances);
  }

  /**
   * What is wrong, and which exceptions were needed.
   *
   * @param findings what is wrong and not allowed, heaviest first, one for each cause
   * @param used the allowances without which there were more
   */
  public record Result(List<Finding> findings, Set<Allowance> used) {
    public Result {
      findings = List.copyOf(findings);
      used = Set.copyOf(used);
    }
  }

  /** Judges a recording that is complete: what is open in it counts as never ended. */
  public Result of(Recording recording) {
    List<Finding> findings = new ArrayList<>();
    Set<Allowance> used = new HashSet<>();
    for (Finding finding : all(recording)) {
      List<Allowance> covering =
          allowances.stream().filter(each -> each.covers(finding)).toList();
      used.addAll(covering);
      if (covering.isEmpty()) {
        findings.add(finding);
      }
    }
    return new Result(SameCause.merge(findings), used);
  }

  /** Whether findings of that kind count. */
  public boolean looksFor(FindingKind kind) {
    return requested.contains(kind) || !ON_REQUEST.contains(kind);
  }

  private List<Finding> all(Recording recording) {
    List<Finding> findings = new ArrayList<>();
    for (SpanNode span : recording.spans()) {
      for (FindingKind kind : SpanFaults.of(span)) {
        if (looksFor(kind)) {
          findings.add(SpanFaults.finding(kind, span));
        }
      }
    }
    recording.lifecycle().stream().filter(each -> looksFor(each.kind())).forEach(findings::add);
    findings.sort(Comparator.comparing(Finding::kind));
    return findings;
  }
}
