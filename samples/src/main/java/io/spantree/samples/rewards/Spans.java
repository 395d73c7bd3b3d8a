package io.spantree.samples.rewards;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.semconv.ErrorAttributes;
import java.util.function.Supplier;

/** What every span of the engine has in common: its scope, its failure, its end. */
public final class Spans {
  private Spans() {}

  /** The engine's tracer. */
  public static Tracer tracer(OpenTelemetry openTelemetry) {
    return openTelemetry.getTracer("io.spantree.samples.rewards");
  }

  /** Runs a body in a span that was just started, and ends the span whatever happens. */
  @SuppressWarnings("try") // a scope is there to be closed, nobody reads it
  public static <T> T within(Span span, Supplier<T> body) {
    try (Scope scope = span.makeCurrent()) {
      return body.get();
    } catch (RuntimeException | Error e) {
      span.recordException(e);
      span.setAttribute(ErrorAttributes.ERROR_TYPE, e.getClass().getName());
      // No description: the event has the message, and a status should not vary with the data.
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }
}
