package io.spantree.report;

import io.opentelemetry.sdk.trace.data.EventData;
import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import io.spantree.model.Nearest;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/** What there is of nearly the name that was looked for in vain. */
final class Lookalikes {
  private static final String WHICH = "; is one of the two misspelt?";

  private Lookalikes() {}

  static Optional<String> name(String missing, Collection<String> names) {
    return Nearest.to(missing, names)
        .map(nearest -> "Did you mean " + Clip.name(Notation.name(nearest)) + "?");
  }

  /** The span beside a missing one that is most like it: the same code may begin both. */
  static Optional<SpanNode> sibling(Finding missing) {
    SpanNode parent = missing.span();
    if (parent == null) {
      return Optional.empty();
    }
    List<SpanNode> siblings = parent.children();
    return Nearest.to(
            missing.path().last(), siblings.stream().map(SpanNode::name).toList())
        .flatMap(nearest ->
            siblings.stream().filter(span -> span.name().equals(nearest)).findFirst());
  }

  static Optional<String> attribute(Finding missing) {
    SpanNode span = missing.span();
    String key = missing.part().key();
    if (span == null || key == null || missing.part().owner() != null) {
      return Optional.empty();
    }
    SortedMap<String, AttributeValue> attributes = SpanAttributes.of(span.data().getAttributes());
    return Nearest.to(key, attributes.keySet()).map(nearest -> {
      AttributeValue value = Objects.requireNonNull(attributes.get(nearest));
      Term term = new Term(Notation.value(value), value.type().word());
      return "The span has " + Clip.name(Notation.key(nearest)) + " = " + Wording.term(term)
          + WHICH;
    });
  }

  static Optional<String> event(Finding missing) {
    SpanNode span = missing.span();
    String owner = missing.part().owner();
    if (span == null || owner == null) {
      return Optional.empty();
    }
    List<String> events =
        span.data().getEvents().stream().map(EventData::getName).toList();
    return Nearest.to(owner.substring(owner.indexOf(' ') + 1), events)
        .map(nearest -> "The span has the event " + Clip.name(Notation.name(nearest)) + WHICH);
  }
}
