package io.spantree.samples.twins.parent;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Listens to a topic whose messages bear a {@code traceparent}. */
public final class RedemptionListener {
  private final Redemptions redemptions;
  private final Function<Map<String, String>, Context> parentOf;

  private RedemptionListener(
      OpenTelemetry openTelemetry, Function<Map<String, String>, Context> parentOf) {
    this.redemptions = new Redemptions(openTelemetry);
    this.parentOf = parentOf;
  }

  public static RedemptionListener correct(OpenTelemetry openTelemetry) {
    return new RedemptionListener(
        openTelemetry,
        headers -> openTelemetry
            .getPropagators()
            .getTextMapPropagator()
            .extract(Context.current(), headers, Headers.INSTANCE));
  }

  /** Reads the header by hand: nothing says that the parent lives in another process. */
  public static RedemptionListener forging(OpenTelemetry openTelemetry) {
    return new RedemptionListener(
        openTelemetry, headers -> byHand(headers, TraceFlags.getSampled()));
  }

  /** Reads the ids by hand and leaves the flags at their default, which is: not sampled. */
  public static RedemptionListener withoutFlags(OpenTelemetry openTelemetry) {
    return new RedemptionListener(
        openTelemetry, headers -> byHand(headers, TraceFlags.getDefault()));
  }

  public void receive(Map<String, String> headers) {
    redemptions.process(parentOf.apply(headers));
  }

  // snippet: by-hand
  private static Context byHand(Map<String, String> headers, TraceFlags flags) {
    String[] parts = headers.getOrDefault("traceparent", "").split("-", -1);
    SpanContext producer = SpanContext.create(parts[1], parts[2], flags, TraceState.getDefault());
    return Context.current().with(Span.wrap(producer));
  }
  // end

  private enum Headers implements TextMapGetter<Map<String, String>> {
    INSTANCE;

    @Override
    @SuppressWarnings("deprecation") // older versions of OpenTelemetry still demand it
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String key) {
      return headers == null ? null : headers.get(key);
    }
  }
}
