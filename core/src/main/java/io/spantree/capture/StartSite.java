package io.spantree.capture;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the line of the instrumented program that starts a span: the first outside of libraries. */
final class StartSite {
  private static final StackWalker WALKER = StackWalker.getInstance();
  /** Classes and no package, so that programs beside them have sites. */
  private static final Set<String> OWN = Set.of(
      StartSite.class.getName(),
      SpanRecorder.class.getName(),
      SpanCapture.class.getName(),
      UnclaimedSpans.class.getName(),
      Routing.class.getName(),
      RoutingSpanProcessor.class.getName());

  /** In the order in which they are met on the way from the span to the program. */
  private static final String[] LIBRARIES = {
    "io.opentelemetry.",
    "io.micrometer.",
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "kotlin.",
    "kotlinx.",
    "scala.",
    "groovy.",
    "org.codehaus.groovy.",
    "org.apache.groovy."
  };

  private StartSite() {}

  /** The frame alone is kept: making a stack trace element costs more, and most are never read. */
  static @Nullable StackFrame find() {
    StackFrame frame = WALKER.walk(
        frames -> frames.filter(at -> isProgram(at.getClassName())).findFirst().orElse(null));
    // What runs JUnit is no program either.
    return frame == null || frame.getClassName().startsWith("org.junit.") ? null : frame;
  }

  private static boolean isProgram(String className) {
    for (String library : LIBRARIES) {
      if (className.startsWith(library)) {
        return false;
      }
    }
    return !OWN.contains(className);
  }
}
