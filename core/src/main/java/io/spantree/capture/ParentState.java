package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** What a span's parent told about itself when the span began. */
enum ParentState {
  ENDED,
  NOT_ENDED,
  /** It was handed over by its ids alone; the recording knows whether it has it. */
  UNKNOWN;

  static ParentState of(Span parent) {
    if (parent instanceof ReadableSpan readable) {
      return readable.hasEnded() ? ENDED : NOT_ENDED;
    }
    return parent.getSpanContext().isValid() ? UNKNOWN : NOT_ENDED;
  }
}
