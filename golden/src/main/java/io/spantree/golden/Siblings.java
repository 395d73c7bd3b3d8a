package io.spantree.golden;

import io.spantree.compare.ExpectedSpan;
import io.spantree.model.SpanNode;
import io.spantree.outline.Multiplicity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Merges the spans under one parent: in the golden's order, equal ones as one line with a count. */
final class Siblings {
  private final Branches branches;
  private final Origins origins;
  private final List<ExpectedSpan> lines;
  private final boolean ordered;
  private final Map<ExpectedSpan, Integer> positions = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final Map<Object, Group> byKey = new HashMap<>();
  private final Map<Object, Integer> groupsOfKey = new HashMap<>();

  /**
   * @param lines the golden's lines in this place
   * @param ordered whether the order of their starts counts
   */
  Siblings(Branches branches, Origins origins, List<ExpectedSpan> lines, boolean ordered) {
    this.branches = branches;
    this.origins = origins;
    this.lines = lines;
    this.ordered = ordered;
    lines.forEach(line -> positions.put(line, positions.size()));
  }

  /** Equal spans that continue the same line. */
  private static final class Group {
    final Branch branch;
    final Object key;
    final double rank;
    int count;

    Group(Branch branch, Object key, double rank) {
      this.branch = branch;
      this.key = key;
      this.rank = rank;
    }
  }

  /**
   * The merged branches.
   *
   * @param keepUnused whether lines stay that may be missing, and are
   */
  List<Branch> merge(
      List<SpanNode> spans, Function<SpanNode, Branch> branchOf, boolean keepUnused) {
    double rank = -1;
    for (SpanNode span : spans) {
      Branch branch = branchOf.apply(span);
      rank = rank(branch, rank);
      add(branch, rank);
    }
    record Ranked(double rank, Branch branch) {}
    List<Ranked> ranked = new ArrayList<>();
    groups.forEach(group -> ranked.add(new Ranked(group.rank, group.branch.times(times(group)))));
    if (keepUnused) {
      unused(spans)
          .forEach(line ->
              ranked.add(new Ranked(positions.getOrDefault(line, 0), branches.golden(line))));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::rank));
    return ranked.stream().map(Ranked::branch).toList();
  }

  /** The position of the line; what is new stands behind what was recorded before it. */
  private double rank(Branch branch, double before) {
    Integer position = branch.origin() == null ? null : positions.get(branch.origin());
    if (position == null) {
      return Math.floor(before) + 0.5;
    }
    double rank = isGolden(branch) ? position : position + 0.25;
    return ordered ? Math.max(rank, before) : rank;
  }

  private boolean isGolden(Branch branch) {
    ExpectedSpan line = branch.origin();
    return line != null && branch.shape() == branches.golden(line).shape();
  }

  private record Key(@Nullable ExpectedSpan line, int shape) {}

  /** Where the order counts, only neighbours become one. */
  private void add(Branch branch, double rank) {
    Key key = new Key(branch.origin(), branch.shape());
    Group group = byKey.get(key);
    if (group == null || ordered && group != groups.get(groups.size() - 1)) {
      group = new Group(branch, key, rank);
      groups.add(group);
      byKey.put(key, group);
      groupsOfKey.merge(key, 1, Integer::sum);
    }
    group.count++;
  }

  /** The golden's count where it still holds. */
  private Multiplicity times(Group group) {
    ExpectedSpan line = group.branch.origin();
    boolean whole = groupsOfKey.getOrDefault(group.key, 0) == 1;
    return line != null
            && whole
            && isGolden(group.branch)
            && line.line().multiplicity().allows(group.count)
        ? line.line().multiplicity()
        : Multiplicity.exactly(group.count);
  }

  private List<ExpectedSpan> unused(List<SpanNode> spans) {
    Set<ExpectedSpan> used = new HashSet<>();
    groups.forEach(group -> used.add(group.branch.origin()));
    return lines.stream()
        .filter(line -> !used.contains(line))
        .filter(line -> line.line().multiplicity().allows(0))
        .filter(line -> spans.stream().noneMatch(span -> origins.isViolated(line, span)))
        .toList();
  }
}
