package io.spantree.outline;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An expected span and what hangs under it, built in code; every method returns a new one.
 *
 * <pre>{@code
 * span("POST /orders").withKind(SERVER).child(span("charge card").withAttr("card.brand", "visa"))
 * }</pre>
 */
public final class SpanOutline {
  private final List<SpanLine> lines;

  private SpanOutline(List<SpanLine> lines) {
    this.lines = List.copyOf(lines);
  }

  static SpanOutline named(String name) {
    return new SpanOutline(List.of(SpanLine.builder(0, ValuePattern.text(name)).build()));
  }

  /** The notation. */
  public String print() {
    return Outline.of(this).print();
  }

  List<SpanLine> lines() {
    return lines;
  }

  public SpanOutline withKind(SpanKind kind) {
    return with(span -> span.kind = kind);
  }

  public SpanOutline withStatus(StatusCode code) {
    return with(span -> span.status = new StatusPattern(code, null));
  }

  public SpanOutline withStatus(StatusCode code, String description) {
    ValuePattern text = ValuePattern.text(description);
    return with(span -> span.status = new StatusPattern(code, text));
  }

  public SpanOutline withAttr(String key, String value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public SpanOutline withAttr(String key, long value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public SpanOutline withAttr(String key, double value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public SpanOutline withAttr(String key, boolean value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public <T> SpanOutline withAttr(AttributeKey<T> key, T value) {
    return withAttr(key.getKey(), AttributeValue.of(key, value));
  }

  private SpanOutline withAttr(String key, AttributeValue value) {
    ValuePattern literal = new ValuePattern.Literal(value);
    return with(span -> {
      span.attributes.removeIf(line -> line.key().equals(key));
      span.attributes.add(new AttributeLine(key, literal, List.of()));
    });
  }

  public SpanOutline withEvent(String name) {
    ValuePattern text = ValuePattern.text(name);
    return with(span -> span.events.add(new EventLine(text, List.of(), false, List.of())));
  }

  /** The children must begin in the order in which they are added. */
  public SpanOutline ordered() {
    return with(span -> span.ordered = true);
  }

  /** The span must occur so many times among its siblings. */
  public SpanOutline times(int count) {
    return with(span -> span.multiplicity = Multiplicity.exactly(count));
  }

  public SpanOutline child(SpanOutline child) {
    List<SpanLine> joined = new ArrayList<>(lines);
    for (SpanLine line : child.lines) {
      SpanLine.Builder deeper = line.toBuilder();
      deeper.depth++;
      joined.add(deeper.build());
    }
    return new SpanOutline(joined);
  }

  private SpanOutline with(Consumer<SpanLine.Builder> change) {
    SpanLine.Builder first = lines.get(0).toBuilder();
    change.accept(first);
    List<SpanLine> changed = new ArrayList<>(lines);
    changed.set(0, first.build());
    return new SpanOutline(changed);
  }
}
