package io.spantree.capture;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Scope;
import java.util.Optional;

/**
 * The one SDK of the JVM that all tests share, and its hold on {@code GlobalOpenTelemetry}.
 *
 * <p>{@code @TraceTest} uses it. Other test frameworks hold the global while their tests run:
 *
 * <pre>{@code
 * try (var global = SpanRouter.holdGlobal(); var capture = SpanCapture.start()) { … }
 * }</pre>
 */
public final class SpanRouter {
  private SpanRouter() {}

  /**
   * How many spans began in shared SDKs, and what became of them.
   *
   * @param started the spans that began
   * @param claimed those that a test has
   * @param unclaimed those that no test has; with the claimed ones they are all that started
   */
  public record Tally(long started, long claimed, long unclaimed) {}

  /** The shared SDK: it lives as long as the JVM, and so do the tracers that are got from it. */
  public static OpenTelemetry openTelemetry() {
    return RouterSdk.instance();
  }

  /**
   * Makes the shared SDK the {@code GlobalOpenTelemetry} until the last hold is closed.
   *
   * <p>A global that somebody else has set is left alone. The system property {@code spantree.global}
   * set to {@code off} forbids it.
   */
  public static GlobalHold holdGlobal() {
    return GlobalHold.take(GlobalMode.chosen() != GlobalMode.OFF);
  }

  /** The same where {@code spantree.global} is {@code session}, and else nothing. */
  public static GlobalHold holdGlobalForSession() {
    return GlobalHold.take(GlobalMode.chosen() == GlobalMode.SESSION);
  }

  /** Who has the global although a hold asks for it: the class of its provider and where it was set. */
  public static Optional<String> globalHolder() {
    return GlobalSlot.INSTANCE.holder();
  }

  /** What was counted since the JVM began; exact while no span is beginning. */
  public static Tally tally() {
    return Routing.tally();
  }

  /** Root spans that the calling thread begins until the scope is closed are charged to no test. */
  public static Scope outsideOfTests() {
    return CaptureHandle.attachOutsideOfTests();
  }
}
