package io.spantree.capture;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;

/** Ids of the shared SDK: of the test in whose context a span begins, if it makes its own. */
final class RouterIds implements IdGenerator {
  private static final IdGenerator RANDOM = IdGenerator.random();

  @Override
  public String generateSpanId() {
    return generator().generateSpanId();
  }

  @Override
  public String generateTraceId() {
    return generator().generateTraceId();
  }

  private static IdGenerator generator() {
    SpanCapture capture = CaptureHandle.captureIn(Context.current());
    return capture == null ? RANDOM : capture.adoption().ids();
  }
}
