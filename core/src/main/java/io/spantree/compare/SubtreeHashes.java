package io.spantree.compare;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.model.AttributeValue;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.SpanLine;
import io.spantree.outline.SpanState;
import io.spantree.outline.StatusPattern;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Hashes of whole subtrees, the same for a line and a span that are equal down to their leaves.
 *
 * <p>Equal siblings find each other by these before any of them are compared. A hash decides only
 * who is compared with whom; what is paired is still compared in full.
 */
final class SubtreeHashes {
  /** The hash of a line that does not describe one fixed subtree; all others are odd. */
  static final long NONE = 2;

  private static final long UNKNOWN = 0;

  private final SpanNumbers numbers;
  private final int lines;
  private long[] ofLines = {};
  private long[] ofSpans = {};

  SubtreeHashes(ExpectedTree tree, SpanNumbers numbers) {
    this.numbers = numbers;
    this.lines = tree.spans().size();
  }

  /** NONE when the line or one below it has a matcher, a count, or leaves something open. */
  long of(ExpectedSpan line) {
    if (ofLines.length == 0) {
      ofLines = new long[lines];
    }
    if (ofLines[line.number()] == UNKNOWN) {
      List<ExpectedSpan> order = new ArrayList<>(List.of(line));
      for (int i = 0; i < order.size(); i++) {
        for (ExpectedSpan child : order.get(i).children()) {
          if (ofLines[child.number()] == UNKNOWN) {
            order.add(child);
          }
        }
      }
      for (int i = order.size() - 1; i >= 0; i--) {
        ofLines[order.get(i).number()] = join(order.get(i));
      }
    }
    return ofLines[line.number()];
  }

  long of(SpanNode span) {
    if (ofSpans.length == 0) {
      ofSpans = new long[numbers.count()];
    }
    if (ofSpans[numbers.of(span)] == UNKNOWN) {
      List<SpanNode> order = new ArrayList<>(List.of(span));
      for (int i = 0; i < order.size(); i++) {
        for (SpanNode child : order.get(i).children()) {
          if (ofSpans[numbers.of(child)] == UNKNOWN) {
            order.add(child);
          }
        }
      }
      for (int i = order.size() - 1; i >= 0; i--) {
        ofSpans[numbers.of(order.get(i))] = join(order.get(i));
      }
    }
    return ofSpans[numbers.of(span)];
  }

  private long join(SpanNode span) {
    long hash = local(span);
    for (SpanNode child : span.children()) {
      hash += ValueHash.mix(ofSpans[numbers.of(child)]);
    }
    return hash | 1;
  }

  private long join(ExpectedSpan line) {
    if (!isFixed(line.line())) {
      return NONE;
    }
    long hash = local(line.line());
    for (ExpectedSpan child : line.children()) {
      long below = ofLines[child.number()];
      if (below == NONE || !child.line().multiplicity().equals(Multiplicity.ONCE)) {
        return NONE;
      }
      hash += ValueHash.mix(below);
    }
    return hash | 1;
  }

  private static boolean isFixed(SpanLine line) {
    StatusPattern status = line.status();
    return line.name().literalText() != null
        && (status == null
            || status.description() == null
            || status.description().literalText() != null)
        && isFixed(line.attributes())
        && line.events().stream().allMatch(SubtreeHashes::isFixed)
        && line.links().isEmpty()
        && line.open().isEmpty()
        && !line.ordered();
  }

  private static boolean isFixed(EventLine event) {
    return event.name().literalText() != null
        && !event.moreAttributes()
        && isFixed(event.attributes());
  }

  private static boolean isFixed(List<AttributeLine> attributes) {
    return attributes.stream().allMatch(line -> line.value() instanceof ValuePattern.Literal);
  }

  private static long local(SpanLine line) {
    SpanKind kind = line.kind() == null ? SpanKind.INTERNAL : line.kind();
    StatusPattern status = line.status();
    StatusCode code = status == null ? StatusCode.UNSET : status.code();
    ValuePattern description = status == null ? null : status.description();
    long hash = ValueHash.of(line.name().literalText());
    hash = ValueHash.join(hash, ValueHash.of(kind.name()));
    hash = ValueHash.join(hash, ValueHash.of(code.name()));
    hash = ValueHash.join(hash, ValueHash.of(description == null ? "" : description.literalText()));
    hash = ValueHash.join(hash, states(line.states(), line.remoteParent()));
    hash = ValueHash.join(hash, attributes(line.attributes()));
    for (EventLine event : line.events()) {
      hash = ValueHash.join(hash, ValueHash.of(event.name().literalText()));
      hash = ValueHash.join(hash, attributes(event.attributes()));
    }
    return hash;
  }

  private static long local(SpanNode span) {
    StatusData status = span.data().getStatus();
    Set<SpanState> states = SpanState.isAnyOf(span) ? SpanState.of(span) : Set.of();
    boolean remote = span.position() == SpanNode.Position.REMOTE_CHILD;
    long hash = ValueHash.of(span.name());
    hash = ValueHash.join(hash, ValueHash.of(span.kind().name()));
    hash = ValueHash.join(hash, ValueHash.of(status.getStatusCode().name()));
    hash =
        ValueHash.join(hash, ValueHash.of(Objects.requireNonNullElse(status.getDescription(), "")));
    hash = ValueHash.join(hash, states(states, remote));
    hash = ValueHash.join(hash, attributes(SpanAttributes.of(span.data().getAttributes())));
    for (EventData event : span.data().getEvents()) {
      hash = ValueHash.join(hash, ValueHash.of(event.getName()));
      hash = ValueHash.join(hash, attributes(SpanAttributes.of(event.getAttributes())));
    }
    int links = span.data().getLinks().size(); // a line with links has no hash
    return links == 0 ? hash : ValueHash.join(hash, links);
  }

  private static long states(Set<SpanState> states, boolean remoteParent) {
    long sum = remoteParent ? 1 : 0;
    for (SpanState state : states) {
      sum += ValueHash.mix(ValueHash.of(state.word()));
    }
    return sum;
  }

  private static long attributes(List<AttributeLine> lines) {
    long sum = 0;
    for (AttributeLine line : lines) {
      sum += attribute(line.key(), ((ValuePattern.Literal) line.value()).value());
    }
    return sum;
  }

  private static long attributes(Map<String, AttributeValue> values) {
    long sum = 0;
    for (Map.Entry<String, AttributeValue> entry : values.entrySet()) {
      sum += attribute(entry.getKey(), entry.getValue());
    }
    return sum;
  }

  private static long attribute(String key, AttributeValue value) {
    return ValueHash.join(ValueHash.of(key), ValueHash.of(value));
  }
}
