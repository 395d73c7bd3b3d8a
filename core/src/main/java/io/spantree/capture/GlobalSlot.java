package io.spantree.capture;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of {@code GlobalOpenTelemetry}: held while somebody asks for it, and left to others who
 * have set it.
 *
 * <p>It is only asked for its content after an attempt to set it: where nothing is set, the question
 * alone installs a no-op for good.
 */
final class GlobalSlot {
  /** The global of the JVM. */
  static final GlobalSlot INSTANCE = new GlobalSlot(RouterSdk.instance());

  private final OpenTelemetry ours;
  private int holds; // guarded by this
  private @Nullable String earlyNoop; // guarded by this

  GlobalSlot(OpenTelemetry ours) {
    this.ours = ours;
  }

  /** Takes the place if it is free, or if nobody but a too early question has filled it. */
  synchronized void hold() {
    holds++;
    occupy();
  }

  /** The last one clears the place, if it is still ours. */
  synchronized void release() {
    holds--;
    if (holds == 0 && occupy() == null) {
      GlobalOpenTelemetry.resetForTest();
    }
  }

  /** Who has the place although it is to be ours. */
  synchronized Optional<String> holder() {
    return holds == 0 ? Optional.empty() : Optional.ofNullable(occupy());
  }

  synchronized boolean isHeld() {
    return holds > 0;
  }

  /** Who asked for the global when nothing was set: a tracer from then stays a no-op. */
  synchronized Optional<String> earlyNoop() {
    return Optional.ofNullable(earlyNoop);
  }

  /** Returns null when the place is ours now, else who has it. */
  private @Nullable String occupy() {
    try {
      GlobalOpenTelemetry.set(ours);
      return null;
    } catch (IllegalStateException taken) {
      TracerProvider there = GlobalOpenTelemetry.get().getTracerProvider();
      if (there == ours.getTracerProvider()) {
        return null;
      } else if (there == TracerProvider.noop()) {
        earlyNoop = GlobalCaller.of(taken);
        return replaceNoop();
      }
      return there.getClass().getName() + ", set " + GlobalCaller.of(taken);
    }
  }

  private @Nullable String replaceNoop() {
    GlobalOpenTelemetry.resetForTest();
    try {
      GlobalOpenTelemetry.set(ours);
      return null;
    } catch (IllegalStateException overtaken) {
      return "somebody else, set " + GlobalCaller.of(overtaken);
    }
  }
}
