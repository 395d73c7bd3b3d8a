package io.spantree.capture;

/** Reads who filled {@code GlobalOpenTelemetry} off the refusal to fill it again. */
final class GlobalCaller {
  private GlobalCaller() {}

  static String of(IllegalStateException refusal) {
    Throwable firstCall = refusal.getCause();
    if (firstCall != null) {
      for (StackTraceElement frame : firstCall.getStackTrace()) {
        if (!frame.getClassName().startsWith("io.opentelemetry.")) {
          return "at " + frame;
        }
      }
    }
    return "by OpenTelemetry itself";
  }
}
