package io.spantree.samples.twins.loss;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import java.util.List;

/** Processes messages in batches, with a link to what caused each message. */
public final class MessageBatch {
  private static final int MOST_LINKS = 100;

  private final Tracer tracer;
  private final int most;

  private MessageBatch(OpenTelemetry openTelemetry, int most) {
    this.tracer = Spans.tracer(openTelemetry);
    this.most = most;
  }

  /** A large batch is processed in parts, each of which has room for its links. */
  public static MessageBatch correct(OpenTelemetry openTelemetry) {
    return new MessageBatch(openTelemetry, MOST_LINKS);
  }

  /** One span for the batch, however large: the causes of its last messages cannot be found. */
  public static MessageBatch broken(OpenTelemetry openTelemetry) {
    return new MessageBatch(openTelemetry, Integer.MAX_VALUE);
  }

  public void process(List<SpanContext> causes) {
    for (int from = 0; from < causes.size(); ) {
      int to = (int) Math.min(causes.size(), (long) from + most);
      processPart(causes.subList(from, to));
      from = to;
    }
  }

  private void processPart(List<SpanContext> causes) {
    SpanBuilder batch =
        tracer.spanBuilder("rewards.messages.process").setSpanKind(SpanKind.CONSUMER);
    causes.forEach(batch::addLink);
    batch.startSpan().end();
  }
}
