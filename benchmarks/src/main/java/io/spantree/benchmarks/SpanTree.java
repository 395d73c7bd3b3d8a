package io.spantree.benchmarks;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One trace of a chosen size and width; the children of each span follow it in start order.
 *
 * @param size how many spans
 * @param width how many children a span has, as long as there are spans left
 * @param nameOf the name of the span at an index; the root has index 0
 * @param attributesOf its attributes
 */
record SpanTree(
    int size, int width, IntFunction<String> nameOf, IntFunction<Attributes> attributesOf) {
  private static final String TRACE = "0000000000000000000000000000002a";

  SpanTree(int size, int width, IntFunction<String> nameOf) {
    this(size, width, nameOf, index -> Attributes.empty());
  }

  /** Names that differ among siblings and recur in the tree. */
  static SpanTree ofDistinctSiblings(int size, int width) {
    return new SpanTree(size, width, index -> "work " + index % width);
  }

  SpanTree withAttributes(IntFunction<Attributes> attributesOf) {
    return new SpanTree(size, width, nameOf, attributesOf);
  }

  /** The same tree with another name at one index. */
  SpanTree withRenamed(int renamed) {
    return new SpanTree(
        size, width, at -> at == renamed ? "renamed" : nameOf.apply(at), attributesOf);
  }

  int parentOf(int index) {
    return Math.max(0, index - 1) / width;
  }

  /** The spans as an exporter hands them out, in the order in which they began. */
  List<SpanData> spans() {
    List<SpanData> spans = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      SpanContext parent =
          i == 0 ? SpanContext.getInvalid() : spans.get(parentOf(i)).getSpanContext();
      spans.add(span(i, parent));
    }
    return spans;
  }

  private SpanData span(int index, SpanContext parent) {
    Attributes attributes = attributesOf.apply(index);
    SpanContext self = SpanContext.create(
        TRACE, SpanId.fromLong(index + 1L), TraceFlags.getSampled(), TraceState.getDefault());
    return TestSpanData.builder()
        .setSpanContext(self)
        .setParentSpanContext(parent)
        .setName(nameOf.apply(index))
        .setKind(SpanKind.INTERNAL)
        .setStatus(StatusData.unset())
        .setAttributes(attributes)
        .setTotalAttributeCount(attributes.size())
        .setStartEpochNanos(index + 1L)
        .setEndEpochNanos(size + 1L)
        .setHasEnded(true)
        .build();
  }

  /** Names and parents, the siblings of each level in the reverse of the order in which they began. */
  Outline outlineInReverse() {
    StringBuilder text = new StringBuilder();
    describe(0, 0, text);
    return Outline.parse(text.toString());
  }

  private void describe(int index, int depth, StringBuilder text) {
    text.append("span ").append(">".repeat(depth)).append(depth > 0 ? " " : "");
    text.append(Notation.name(nameOf.apply(index))).append("\n    ... attributes\n");
    long first = (long) index * width + 1;
    for (long child = Math.min(size - 1L, first + width - 1); child >= first; child--) {
      describe((int) child, depth + 1, text);
    }
  }
}
