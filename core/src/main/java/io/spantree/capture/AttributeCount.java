package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** What the SDK's count of the attributes of a span means, which changed with version 1.67. */
enum AttributeCount {
  /** All that were ever set, so that one which was set again is counted again. */
  OF_CALLS,
  /** All that differ in their keys, so that those which are not there were dropped. */
  OF_KEYS;

  /** Asks the SDK on the class path, once. */
  static AttributeCount ofThisSdk() {
    return Probe.SEEN;
  }

  private static final class Probe implements SpanProcessor {
    private static final AttributeCount SEEN = ask();

    private static AttributeCount ask() {
      try (SdkTracerProvider provider =
          SdkTracerProvider.builder().addSpanProcessor(new Probe()).build()) {
        Span span = provider.get("spantree").spanBuilder("probe").setNoParent().startSpan();
        span.setAttribute("key", 1).setAttribute("key", 2).end();
        int count = span instanceof ReadableSpan read
            ? read.toSpanData().getTotalAttributeCount()
            : 2; // an agent's: nothing is known
        return count == 1 ? OF_KEYS : OF_CALLS;
      }
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return true; // without a processor that wants it there is no span
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }
  }
}
