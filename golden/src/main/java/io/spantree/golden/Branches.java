package io.spantree.golden;

import io.spantree.compare.ExpectedSpan;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.SpanLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the branches of one merge and prints them; a chain of any length needs no deep stack. */
final class Branches {
  private final Map<Object, Integer> shapes = new HashMap<>();
  private final Map<ExpectedSpan, Branch> goldens = new HashMap<>();
  private final Set<ExpectedSpan> printed = new HashSet<>();

  /** The golden's own branches, as they are written. */
  Branches(List<ExpectedSpan> roots) {
    List<ExpectedSpan> order = new ArrayList<>(roots);
    for (int i = 0; i < order.size(); i++) {
      order.addAll(order.get(i).children());
    }
    for (int i = order.size() - 1; i >= 0; i--) {
      ExpectedSpan line = order.get(i);
      List<Branch> below = line.children().stream().map(this::golden).toList();
      goldens.put(line, branch(line.line(), line, below).times(line.line().multiplicity()));
    }
  }

  Branch golden(ExpectedSpan line) {
    return Objects.requireNonNull(goldens.get(line), "a line of another golden");
  }

  /** A branch that occurs once. */
  Branch branch(SpanLine line, @Nullable ExpectedSpan origin, List<Branch> below) {
    List<Object> key = new ArrayList<>(1 + 2 * below.size());
    key.add(SpanLines.at(line, 0, Multiplicity.ONCE));
    for (Branch each : below) {
      key.add(each.shape());
      key.add(each.times());
    }
    int shape = shapes.computeIfAbsent(key, k -> shapes.size());
    return new Branch(line, Multiplicity.ONCE, origin, below, shape);
  }

  private record Step(Branch branch, int depth) {}

  /** The lines in print order; what has become several lines bears its comments once. */
  List<SpanLine> print(List<Branch> roots) {
    List<SpanLine> lines = new ArrayList<>();
    Deque<Step> open = new ArrayDeque<>();
    push(roots, 0, open);
    while (!open.isEmpty()) {
      Step step = open.pop();
      Branch branch = step.branch();
      boolean again = branch.origin() != null && !printed.add(branch.origin());
      SpanLine line = again ? SpanLines.withoutComments(branch.line()) : branch.line();
      lines.add(SpanLines.at(line, step.depth(), branch.times()));
      push(branch.below(), step.depth() + 1, open);
    }
    return lines;
  }

  private static void push(List<Branch> branches, int depth, Deque<Step> open) {
    for (int i = branches.size() - 1; i >= 0; i--) {
      open.push(new Step(branches.get(i), depth));
    }
  }
}
