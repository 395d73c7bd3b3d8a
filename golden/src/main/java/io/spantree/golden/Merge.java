package io.spantree.golden;

import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.compare.Mode;
import io.spantree.golden.noise.LeftOutComment;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.noise.Proposals;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.OutlineSyntaxException;
import io.spantree.outline.RecordedOutline;
import io.spantree.outline.SpanLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a golden becomes when a run is accepted: satisfied matchers, comments, order and counts of
 * the golden stay, the rest is as recorded. A diff of the two files shows the real change alone.
 */
public final class Merge {
  private static final int MOST_TRIES = 4;

  private final Comparison comparison;
  private final Origins origins;
  private final MergedLine merged;
  private final Branches branches;
  private final Map<SpanNode, Branch> branchOf = new HashMap<>();

  private Merge(
      Comparison comparison, NewValues values, Set<SpanNode> suspects, Set<SpanNode> literal) {
    this.comparison = comparison;
    this.origins = new Origins(comparison, suspects, literal);
    MergedLabels labels = new MergedLabels(comparison.outline(), origins);
    this.merged = new MergedLine(origins, labels, literal, values);
    this.branches = new Branches(comparison.roots());
  }

  /** The same by the standard rules for noise. */
  public static Outline of(Comparison comparison) {
    return of(comparison, NoiseRules.standard());
  }

  /** The same, with matchers where the rules propose one for what is new. */
  public static Outline of(Comparison comparison, NoiseRules rules) {
    return of(comparison, new NewValues(Proposals.of(rules), false));
  }

  /**
   * The recording compares clean with the result, whatever the golden was.
   *
   * <p>Where matchers that hold one by one do not hold together, such as two with one label, it is
   * merged again without these; at last everything is written as it was recorded. Nothing is given
   * up for a recording that does not even match its own description.
   */
  static Outline of(Comparison comparison, NewValues values) {
    Set<SpanNode> suspects = spans(comparison);
    Set<SpanNode> literal = new HashSet<>();
    @Nullable Outline first = null;
    for (int i = 0; i < MOST_TRIES; i++) {
      Outline merged = new Merge(comparison, values, suspects, literal).merge();
      Comparison again = compare(merged, comparison.recording());
      if (again != null && again.matches()) {
        return merged;
      }
      first = i == 0 && again != null ? merged : first;
      Set<SpanNode> wrong = again == null ? Set.of() : spans(again);
      suspects.addAll(wrong);
      if (!literal.addAll(i == 0 ? wrong : withEqualOnes(wrong, comparison))) {
        break;
      }
    }
    Outline recorded = RecordedOutline.of(comparison.recording());
    boolean clean = describes(recorded, comparison.recording());
    return first == null || clean ? recorded : first;
  }

  private static Set<SpanNode> withEqualOnes(Set<SpanNode> spans, Comparison comparison) {
    Origins origins = new Origins(comparison, Set.of(), Set.of());
    Set<ExpectedSpan> lines = new HashSet<>();
    spans.forEach(span -> lines.add(origins.of(span)));
    Set<SpanNode> all = new HashSet<>(spans);
    for (SpanNode span : origins.spans()) {
      if (origins.of(span) != null && lines.contains(origins.of(span))) {
        all.add(span);
      }
    }
    return all;
  }

  /** The spans that findings are about; one about a count is about all copies. */
  private static Set<SpanNode> spans(Comparison comparison) {
    Set<SpanNode> spans = new HashSet<>();
    for (Finding finding : comparison.findings()) {
      if (finding.span() != null) {
        spans.add(finding.span());
      }
    }
    for (SpanNode span : comparison.recording().spans()) {
      if (comparison.alignment().copyOf(span) != null) {
        spans.add(span);
      }
    }
    return spans;
  }

  /** Whether a file with the outline would compare clean. */
  static boolean describes(Outline outline, Recording recording) {
    Comparison comparison = compare(outline, recording);
    return comparison != null && comparison.matches();
  }

  /** Compares with what a file would say; null when it would not even parse. */
  private static @Nullable Comparison compare(Outline merged, Recording recording) {
    try {
      Outline read = Outline.parse(OutlinePrinter.printFile(merged));
      return Comparison.of(read, recording, Mode.CLOSED);
    } catch (OutlineSyntaxException e) {
      return null;
    }
  }

  private Outline merge() {
    List<SpanNode> spans = origins.spans();
    for (int i = spans.size() - 1; i >= 0; i--) {
      branchOf.put(spans.get(i), branch(spans.get(i)));
    }
    Outline golden = comparison.outline();
    TraceMerge traces = new TraceMerge(comparison, origins, branches, this::known);
    Outline all = new Outline(traces.merge(), golden.moreTraces(), golden.comments());
    return LeftOutComment.outdated(golden, all);
  }

  private Branch known(SpanNode span) {
    return Objects.requireNonNull(branchOf.get(span), "children are merged before their parents");
  }

  private Branch branch(SpanNode span) {
    ExpectedSpan origin = origins.of(span);
    if (origin != null && !origins.isChanged(span)) {
      return branches.golden(origin);
    }
    SpanLine line = merged.of(span);
    List<ExpectedSpan> lines = origin == null ? List.of() : origin.children();
    Siblings siblings = new Siblings(branches, origins, lines, line.ordered());
    List<SpanNode> children = origins.shown(span.children());
    return branches.branch(line, origin, siblings.merge(children, this::known, true));
  }
}
