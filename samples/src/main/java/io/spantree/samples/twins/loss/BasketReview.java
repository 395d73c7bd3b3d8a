package io.spantree.samples.twins.loss;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import java.util.Map;

/** Reviews a basket of vouchers, and says on its span what is in it. */
public final class BasketReview {
  private final Tracer tracer;
  private final boolean bounded;

  private BasketReview(OpenTelemetry openTelemetry, boolean bounded) {
    this.tracer = Spans.tracer(openTelemetry);
    this.bounded = bounded;
  }

  /** Says how many, which is one attribute for any basket. */
  public static BasketReview correct(OpenTelemetry openTelemetry) {
    return new BasketReview(openTelemetry, true);
  }

  /** An attribute for each voucher; large baskets have more of them than a span takes. */
  public static BasketReview broken(OpenTelemetry openTelemetry) {
    return new BasketReview(openTelemetry, false);
  }

  // snippet: too-many
  public void review(Map<String, Long> coinsByVoucher) {
    Span span = tracer.spanBuilder("rewards.basket.review").startSpan();
    if (bounded) {
      span.setAttribute("basket.vouchers", coinsByVoucher.size());
    } else {
      coinsByVoucher.forEach((voucher, coins) -> span.setAttribute("basket." + voucher, coins));
    }
    span.end();
  }
  // end
}
