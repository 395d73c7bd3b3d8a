package io.spantree.capture;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
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

  private static final String OWN_PACKAGE = StartSite.class.getPackageName() + ".";

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
    StackFrame frame = WALKER.walk(StartSite::firstOfProgram);
    // What runs JUnit is no program either.
    return frame == null || frame.getClassName().startsWith("org.junit.") ? null : frame;
  }

  /** Without a pipeline, which takes as long as reading two frames. */
  private static @Nullable StackFrame firstOfProgram(Stream<StackFrame> frames) {
    Search search = new Search();
    Spliterator<StackFrame> next = frames.spliterator();
    while (search.found == null && next.tryAdvance(search)) {}
    return search.found;
  }

  private static final class Search implements Consumer<StackFrame> {
    private @Nullable StackFrame found;

    @Override
    public void accept(StackFrame frame) {
      if (isProgram(frame.getClassName())) {
        found = frame;
      }
    }
  }

  static boolean isOwn(String className) {
    return className.startsWith(OWN_PACKAGE) && OWN.contains(className); // few ask the set
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
