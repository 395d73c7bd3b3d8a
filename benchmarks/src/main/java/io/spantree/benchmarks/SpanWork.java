package io.spantree.benchmarks;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** What an instrumented program does: spans below a current one. */
final class SpanWork {
  private SpanWork() {}

  // snippet: span-work
  static void record(Tracer tracer, int spans) {
    Span parent = tracer.spanBuilder("parent").startSpan();
    try (Scope scope = parent.makeCurrent()) {
      for (int i = 1; i < spans; i++) {
        tracer.spanBuilder("work").startSpan().end();
      }
    } finally {
      parent.end();
    }
  }

  // end

  /** The same with more frames on the stack. */
  static int recordDeep(Tracer tracer, int spans, int frames) {
    if (frames > 0) {
      return recordDeep(tracer, spans, frames - 1) + 1;
    }
    record(tracer, spans);
    return 0;
  }
}
