package io.spantree.capture;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the line of the instrumented program that starts a span: the first outside of libraries. */
final class StartSite {
  private static final StackWalker WALKER = StackWalker.getInstance();
  /** Classes and no package, so that programs beside them have sites. */
  private static final Set<String> OWN = Stream.of(
          StartSite.class,
          SpanRecorder.class,
          OpeningFrame.class,
          ThreadScopes.class,
          TrackedScope.class,
          TrackingContextStorage.class,
          Fault.class,
          SamplingWitness.class,
          SampledOut.class,
          WriteAfterEnd.class,
          SpanCapture.class,
          UnclaimedSpans.class,
          Routing.class,
          Adoption.class,
          RoutingSpanProcessor.class)
      .map(Class::getName)
      .collect(Collectors.toUnmodifiableSet());

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

  static boolean isOwn(String className) {
    return OWN.contains(className);
  }

  static boolean isProgram(String className) {
    for (String library : LIBRARIES) {
      if (className.startsWith(library)) {
        return false;
      }
    }
    return !isOwn(className);
  }
}
