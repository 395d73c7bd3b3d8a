package io.spantree.assertions;

import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.report.AssertionText;
import io.spantree.report.StepText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is demanded of a span's place: of the spans above it, below it, and linked to it. */
final class Relations {
  /** So many spans are told of that have the right name and another place. */
  private static final int MOST_ELSEWHERE = 3;

  private Relations() {}

  static SpanCondition childOf(Which parent) {
    return parent.step(StepText.childOf(parent.words()), (span, around) -> {
      SpanNode above = span.parent();
      return above != null && parent.accepts(above, around)
          ? List.of()
          : misplaced(parent, above, span, around);
    });
  }

  static SpanCondition descendantOf(Which ancestor) {
    return ancestor.step(StepText.descendantOf(ancestor.words()), (span, around) -> {
      SpanNode nearest = null;
      for (SpanNode above = span.parent(); above != null; above = above.parent()) {
        if (ancestor.accepts(above, around)) {
          return List.of();
        }
        nearest = nearest == null ? above : nearest;
      }
      return misplaced(ancestor, nearest, span, around);
    });
  }

  private static List<Finding> misplaced(
      Which wanted, @Nullable SpanNode above, SpanNode span, Surroundings around) {
    List<Finding> findings = new ArrayList<>(wanted.unknown(around));
    if (above == null || wanted.name() != null) {
      findings.add(SpanMatch.misplaced(span, wanted.term()));
    } else {
      findings.addAll(wanted.reasons(above, around));
    }
    return findings;
  }

  static SpanCondition withChild(Which child) {
    return child.step(
        StepText.child(child.words()),
        (span, around) -> span.children().stream().anyMatch(below -> child.accepts(below, around))
            ? List.of()
            : noChild(child, span, around));
  }

  private static List<Finding> noChild(Which child, SpanNode span, Surroundings around) {
    if (child.name() != null) {
      return elsewhere(child.name(), span, around);
    }
    List<Finding> fewest = List.of(Finding.of(
        FindingKind.MISSING,
        SpanPath.of(span),
        Term.words(AssertionText.noChildLike(child.words())),
        null,
        span));
    boolean first = true;
    for (SpanNode below : span.children()) {
      List<Finding> reasons = child.reasons(below, around);
      fewest = first || reasons.size() < fewest.size() ? reasons : fewest;
      first = false;
    }
    return fewest;
  }

  /** A child of that name is missing, or stands where it should not. */
  private static List<Finding> elsewhere(String name, SpanNode span, Surroundings around) {
    Term parent = SpanMatch.place(span);
    List<Finding> strays = around.named(name).stream()
        .filter(other -> other.parent() == null || !other.parent().name().equals(span.name()))
        .filter(other -> other != span)
        .limit(MOST_ELSEWHERE)
        .map(other -> SpanMatch.misplaced(other, parent))
        .toList();
    return strays.isEmpty() ? List.of(SpanMatch.missingChild(name, span)) : strays;
  }

  /** Exactly the children of these names, in whatever order. */
  static SpanCondition withChildren(List<String> names) {
    List<String> expected = List.copyOf(names);
    return SpanCondition.some(StepText.children(expected), (span, around) -> {
          List<String> missing = new ArrayList<>(expected);
          List<Finding> findings = new ArrayList<>();
          for (SpanNode child : span.children()) {
            if (!missing.remove(child.name())) {
              findings.add(unexpected(child));
            }
          }
          missing.forEach(name -> findings.addAll(elsewhere(name, span, around)));
          return findings;
        })
        .forbidding();
  }

  static SpanCondition withoutChildren() {
    return SpanCondition.every(
            StepText.withoutChildren(),
            (span, around) ->
                span.children().stream().map(Relations::unexpected).toList())
        .forbidding();
  }

  static Finding unexpected(SpanNode span) {
    return Finding.of(FindingKind.UNEXPECTED, SpanPath.of(span), null, SpanMatch.name(span), span);
  }

  static SpanCondition isRoot() {
    return SpanCondition.every(
        StepText.root(),
        (span, around) -> span.position() == SpanNode.Position.ROOT
            ? List.of()
            : List.of(SpanMatch.misplaced(span, null)));
  }

  static SpanCondition withRemoteParent() {
    Term remote = Term.of("parent=<remote>");
    return SpanCondition.some(
        StepText.remoteParent(),
        (span, around) -> span.data().getParentSpanContext().isRemote()
            ? List.of()
            : List.of(
                Finding.of(FindingKind.REMOTE_PARENT, SpanPath.of(span), remote, null, span)));
  }

  static SpanCondition withLinkTo(Which target) {
    return target.step(StepText.linkTo(target.words()), (span, around) -> {
      List<Finding> findings = new ArrayList<>(
          around.links().to(other -> target.accepts(other, around), target.term(), span));
      if (!findings.isEmpty()) {
        List<SpanNode> targets = around.links().targets(span);
        targets.stream().limit(1).forEach(other -> findings.addAll(target.reasons(other, around)));
      }
      return findings;
    });
  }
}
