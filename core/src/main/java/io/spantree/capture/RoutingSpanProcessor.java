package io.spantree.capture;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Gives the spans of an SDK that Spantree did not build to the tests that caused them.
 *
 * <pre>{@code
 * SdkTracerProvider.builder().addSpanProcessor(RoutingSpanProcessor.create())
 * }</pre>
 *
 * <p>A span belongs to the test whose recording is in its parent context, else in the current
 * context, else to the one that began its trace. A root of none of these is charged to the only
 * active test, see {@link SpanCapture#unclaimed()} for the case of several. While no test records,
 * spans are let go.
 */
public final class RoutingSpanProcessor implements SpanProcessor {
  private final boolean ofRouter;

  private RoutingSpanProcessor(boolean ofRouter) {
    this.ofRouter = ofRouter;
  }

  /** All of them route in the same way: an SDK needs one, a second one has no effect. */
  public static RoutingSpanProcessor create() {
    return new RoutingSpanProcessor(false);
  }

  /** The one of the SDK that all tests share. */
  static RoutingSpanProcessor ofRouter() {
    return new RoutingSpanProcessor(true);
  }

  @Override
  public void onStart(Context parentContext, ReadWriteSpan span) {
    Routing.begin(parentContext, span, ofRouter);
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    Routing.end(span);
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
