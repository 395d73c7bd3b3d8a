package io.spantree.capture;

import io.opentelemetry.sdk.trace.ReadableSpan;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** The SDK logs a vain write while it holds the lock of its span, and names the span nowhere else. */
final class SpanLock {
  private static final @Nullable Field LOCK = field();

  /** Not on a module path that keeps the SDK closed. */
  static final boolean CAN_BE_SEEN = LOCK != null;

  private SpanLock() {}

  private static @Nullable Field field() {
    try {
      Field lock = Class.forName("io.opentelemetry.sdk.trace.SdkSpan").getDeclaredField("lock");
      lock.setAccessible(true);
      return lock;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  static boolean isHeldByCaller(ReadableSpan span) {
    if (LOCK == null || !LOCK.getDeclaringClass().isInstance(span)) {
      return false;
    }
    try {
      Object lock = LOCK.get(span);
      return lock != null && Thread.holdsLock(lock);
    } catch (IllegalAccessException e) {
      return false;
    }
  }
}
