package io.spantree.capture;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spantree.model.SpanNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a capture brings to spans of an SDK that it did not build. */
final class Adoption {
  private final OpenTelemetrySdk sdk;
  private final Sampler sampler;
  private final IdGenerator ids;
  private final List<SpanProcessor> processors;
  private final @Nullable String notShareable;
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String misfit;

  Adoption(
      OpenTelemetrySdk sdk,
      Sampler sampler,
      IdGenerator ids,
      List<SpanProcessor> processors,
      @Nullable String notShareable) {
    this.sdk = sdk;
    this.sampler = sampler;
    this.ids = ids;
    this.processors = processors;
    this.notShareable = notShareable;
  }

  /** The sampler itself, without what watches it. */
  Sampler sampler() {
    return sampler;
  }

  IdGenerator ids() {
    return ids;
  }

  SpanLimits limits() {
    return sdk.getSdkTracerProvider().getSpanLimits();
  }

  TextMapPropagator propagator() {
    return sdk.getPropagators().getTextMapPropagator();
  }

  void start(Context parentContext, ReadWriteSpan span, boolean ofRouter) {
    if (ofRouter && notShareable != null && misfit == null) {
      misfit = misfit(notShareable, span.getName(), StartSite.find());
    }
    if (!ofRouter) {
      foreign.add(span.getSpanContext().getSpanId());
    }
    for (SpanProcessor processor : processors) {
      if (processor.isStartRequired()) {
        processor.onStart(parentContext, span);
      }
    }
  }

  /** Whether the span is of an SDK of which nothing is known, its limits for one. */
  boolean isForeign(SpanNode span) {
    return foreign.contains(span.data().getSpanId());
  }

  void end(ReadableSpan span) {
    for (SpanProcessor processor : processors) {
      if (processor.isEndRequired()) {
        processor.onEnd(span);
      }
    }
  }

  /** Closes all, and throws what the first one threw that could not be closed. */
  void closeProcessors() {
    foreign.clear();
    RuntimeException failure = null;
    for (SpanProcessor processor : processors) {
      try {
        processor.close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Not thrown where the span begins: there it would break the program, or be swallowed by it. */
  void requireFit() {
    if (misfit != null) {
      throw new IllegalStateException(misfit);
    }
  }

  private static String misfit(String what, String span, StackWalker.@Nullable StackFrame site) {
    return "This test sets " + what
        + ", which the shared SDK cannot have: it is GlobalOpenTelemetry"
        + " for all tests. But the span \"" + span + "\" was begun there"
        + (site == null ? "" : ", at " + site.toStackTraceElement())
        + ". Hand the test's own OpenTelemetry to that code, or do without " + what + ".";
  }
}
