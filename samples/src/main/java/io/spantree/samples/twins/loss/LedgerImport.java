package io.spantree.samples.twins.loss;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import java.util.List;

/** Imports the lines of a ledger. */
public final class LedgerImport {
  private static final AttributeKey<String> LINE = AttributeKey.stringKey("ledger.line");

  private final Tracer tracer;
  private final boolean bounded;

  private LedgerImport(OpenTelemetry openTelemetry, boolean bounded) {
    this.tracer = Spans.tracer(openTelemetry);
    this.bounded = bounded;
  }

  /** One event, with the number of lines. */
  public static LedgerImport correct(OpenTelemetry openTelemetry) {
    return new LedgerImport(openTelemetry, true);
  }

  /** An event for each line, of which a span keeps the first 128. */
  public static LedgerImport broken(OpenTelemetry openTelemetry) {
    return new LedgerImport(openTelemetry, false);
  }

  public void read(List<String> lines) {
    Span span = tracer.spanBuilder("rewards.ledger.import").startSpan();
    if (bounded) {
      span.addEvent("ledger.read").setAttribute("ledger.lines", lines.size());
    } else {
      lines.forEach(line -> span.addEvent("ledger.line_read", Attributes.of(LINE, line)));
    }
    span.end();
  }
}
