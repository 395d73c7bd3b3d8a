package io.spantree.samples.twins.lifetime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spantree.samples.rewards.Spans;
import java.util.ArrayDeque;
import java.util.Queue;

/** Applies redemptions, and writes the audit log after the commit, when the redemption is over. */
public final class AfterCommit {
  private final Tracer tracer;
  private final boolean linked;
  private final Queue<Runnable> afterCommit = new ArrayDeque<>();

  private AfterCommit(OpenTelemetry openTelemetry, boolean linked) {
    this.tracer = Spans.tracer(openTelemetry);
    this.linked = linked;
  }

  /** The audit is caused by the redemption and no part of it: a root with a link. */
  public static AfterCommit correct(OpenTelemetry openTelemetry) {
    return new AfterCommit(openTelemetry, true);
  }

  /** The context is carried well, to a moment at which the parent has ended. */
  public static AfterCommit broken(OpenTelemetry openTelemetry) {
    return new AfterCommit(openTelemetry, false);
  }

  public void apply(String requestId) {
    Span span = tracer.spanBuilder("rewards.redemption.apply").startSpan();
    Spans.within(span, () -> afterCommit.add(Context.current().wrap(() -> audit(requestId, span))));
    commit();
  }

  private void commit() {
    while (!afterCommit.isEmpty()) {
      afterCommit.remove().run();
    }
  }

  // snippet: after-commit
  private void audit(String requestId, Span redemption) {
    SpanBuilder audit = tracer.spanBuilder("rewards.audit.write");
    if (linked) {
      audit.setNoParent().addLink(redemption.getSpanContext());
    }
    audit.setAttribute("redemption.request_id", requestId).startSpan().end();
  }
  // end
}
