package io.spantree.samples.twins.scope;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;

/** Calls the ledger, whose answer comes on another thread. */
public final class LedgerCall {
  private final Tracer tracer;
  private final boolean closesHere;

  private LedgerCall(OpenTelemetry openTelemetry, boolean closesHere) {
    this.tracer = Spans.tracer(openTelemetry);
    this.closesHere = closesHere;
  }

  /** The scope ends with the call, the span with the answer. */
  public static LedgerCall correct(OpenTelemetry openTelemetry) {
    return new LedgerCall(openTelemetry, true);
  }

  /** Scope and span travel together to where the answer comes. */
  public static LedgerCall broken(OpenTelemetry openTelemetry) {
    return new LedgerCall(openTelemetry, false);
  }

  /** Who sends the request, and calls back when it is answered. */
  public interface Ledger {
    void debit(Runnable answered) throws Exception;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed elsewhere: that is the fault
  public void debit(Ledger ledger) throws Exception {
    Span span =
        tracer.spanBuilder("rewards.ledger.call").setSpanKind(SpanKind.CLIENT).startSpan();
    if (closesHere) {
      try (Scope scope = span.makeCurrent()) {
        ledger.debit(span::end);
      }
    } else {
      Scope scope = span.makeCurrent();
      ledger.debit(() -> finish(scope, span));
    }
  }

  // snippet: crossed
  private static void finish(Scope scope, Span span) {
    scope.close();
    span.end();
  }
  // end
}
