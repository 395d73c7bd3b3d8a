package acme;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/** Code under test, which caches its tracer. */
final class Code {
  private static final Tracer TRACER = GlobalOpenTelemetry.getTracer("acme");

  private Code() {}

  static void run(String name) {
    TRACER.spanBuilder(name).startSpan().end();
  }
}
