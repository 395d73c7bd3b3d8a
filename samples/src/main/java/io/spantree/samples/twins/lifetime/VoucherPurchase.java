package io.spantree.samples.twins.lifetime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.spantree.samples.rewards.Spans;

/** Buys a voucher for coins, if the customer has enough of them. */
public abstract class VoucherPurchase {
  private final Tracer tracer;

  private VoucherPurchase(OpenTelemetry openTelemetry) {
    this.tracer = Spans.tracer(openTelemetry);
  }

  public static VoucherPurchase correct(OpenTelemetry openTelemetry) {
    return new EndsAlways(openTelemetry);
  }

  /** The span ends where all went well. */
  public static VoucherPurchase broken(OpenTelemetry openTelemetry) {
    return new EndsOnSuccess(openTelemetry);
  }

  /** Buys; a customer with too few coins is told so by an exception. */
  public abstract void buy(long coins, long price);

  final Span begin() {
    return tracer.spanBuilder("rewards.voucher.buy").startSpan();
  }

  static void debit(long coins, long price) {
    if (coins < price) {
      throw new IllegalArgumentException("too few coins");
    }
  }

  private static final class EndsAlways extends VoucherPurchase {
    EndsAlways(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    public void buy(long coins, long price) {
      Span span = begin();
      try (Scope scope = span.makeCurrent()) {
        debit(coins, price);
      } catch (IllegalArgumentException e) {
        span.recordException(e).setStatus(StatusCode.ERROR);
        throw e;
      } finally {
        span.end();
      }
    }
  }

  private static final class EndsOnSuccess extends VoucherPurchase {
    EndsOnSuccess(OpenTelemetry openTelemetry) {
      super(openTelemetry);
    }

    @Override
    public void buy(long coins, long price) {
      Span span = begin();
      try (Scope scope = span.makeCurrent()) {
        debit(coins, price);
        span.end();
      }
    }
  }
}
