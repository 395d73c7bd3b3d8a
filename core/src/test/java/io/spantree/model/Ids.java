package io.spantree.model;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/** Spans that are nothing but their ids. */
final class Ids {
  private Ids() {}

  static SpanContext context(long trace, long span) {
    return SpanContext.create(
        TraceId.fromLongs(0, trace),
        SpanId.fromLong(span),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  static SpanContext remote(long trace, long span) {
    return SpanContext.createFromRemoteParent(
        TraceId.fromLongs(0, trace),
        SpanId.fromLong(span),
        TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  static SpanData root(String name, long span) {
    return span(name, context(1, span), SpanContext.getInvalid(), 1);
  }

  static SpanData child(String name, long span, long parent) {
    return span(name, context(1, span), context(1, parent), 1);
  }

  static SpanData span(String name, SpanContext self, SpanContext parent, long start) {
    return TestSpanData.builder()
        .setName(name)
        .setKind(SpanKind.INTERNAL)
        .setSpanContext(self)
        .setParentSpanContext(parent)
        .setStatus(StatusData.unset())
        .setStartEpochNanos(start)
        .setEndEpochNanos(start + 1)
        .setHasEnded(true)
        .build();
  }
}
