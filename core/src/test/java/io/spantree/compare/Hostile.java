package io.spantree.compare;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Recordings that no sane program makes. */
final class Hostile {
  private Hostile() {}

  static Recording duplicates(String name, int count) {
    return of(count, i -> span(name, 1, 1, 0));
  }

  static Recording cycle(String name, int length) {
    return of(length, i -> span(name, 1, 1 + i, 1 + (i + 1) % length));
  }

  static Recording chain(IntFunction<String> name, int length) {
    return of(length, i -> span(name.apply(i), 1, 1 + i, i));
  }

  static Recording siblings(IntFunction<String> name, int count) {
    return of(count + 1, i -> i == 0 ? span("root", 1, 1, 0) : span(name.apply(i), 1, 1 + i, 1));
  }

  static Recording traces(IntFunction<String> name, int count) {
    return of(count, i -> span(name.apply(i), 1 + i, 1, 0));
  }

  private static Recording of(int count, IntFunction<SpanData> span) {
    List<SpanData> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(span.apply(i));
    }
    return Recording.of(spans);
  }

  private static SpanData span(String name, long trace, long id, long parent) {
    return TestSpanData.builder()
        .setName(name)
        .setKind(SpanKind.INTERNAL)
        .setSpanContext(context(trace, id))
        .setParentSpanContext(parent == 0 ? SpanContext.getInvalid() : context(trace, parent))
        .setStatus(StatusData.unset())
        .setStartEpochNanos(id)
        .setEndEpochNanos(id)
        .setHasEnded(true)
        .build();
  }

  private static SpanContext context(long trace, long span) {
    return SpanContext.create(
        TraceId.fromLongs(0, trace),
        SpanId.fromLong(span),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }
}
