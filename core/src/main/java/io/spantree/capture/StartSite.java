package io.spantree.capture;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Objects;
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

  /** A caller behind more frames of libraries, such as those of a framework, says little. */
  private static final int FARTHEST_CALLER = 8;

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

  static @Nullable StackFrame find() {
    return WALKER.walk(frames -> search(frames, 0).site);
  }

  /** With the line that called the method of the first one, if it is near. */
  static Search findWithCaller() {
    return WALKER.walk(frames -> search(frames, FARTHEST_CALLER));
  }

  /** Without a pipeline, which takes as long as reading two frames. */
  private static Search search(Stream<StackFrame> frames, int farthestCaller) {
    Search search = new Search(farthestCaller);
    Spliterator<StackFrame> next = frames.spliterator();
    while (!search.isOver && next.tryAdvance(search)) {}
    return search;
  }

  /** The frames alone are kept: making a stack trace element costs more, and most are never read. */
  static final class Search implements Consumer<StackFrame> {
    private int left;
    private boolean isOver;
    private @Nullable StackFrame site;
    private @Nullable StackFrame caller;

    private Search(int farthestCaller) {
      left = farthestCaller;
    }

    @Override
    public void accept(StackFrame frame) {
      boolean found = isProgram(frame.getClassName());
      if (site != null) {
        isOver = found || --left == 0;
      } else if (found) {
        isOver = left == 0;
      } else {
        return;
      }
      if (found) {
        keep(frame);
      }
    }

    /** What runs JUnit is no program either. */
    private void keep(StackFrame frame) {
      if (frame.getClassName().startsWith("org.junit.")) {
        isOver = true;
      } else if (site == null) {
        site = frame;
      } else {
        caller = frame;
      }
    }

    /** The site and its caller, as far as there are any. */
    List<StackTraceElement> sites() {
      return Stream.of(site, caller)
          .filter(Objects::nonNull)
          .map(StackFrame::toStackTraceElement)
          .toList();
    }
  }

  static boolean isOwn(String className) {
    return className.startsWith(OWN_PACKAGE) && OWN.contains(className); // few ask the set
  }

  static boolean isProgram(String className) {
    return !isOwn(className) && !isOfLibrary(className);
  }

  /** Asks for the first letter itself: most prefixes differ there, and this is asked of each frame. */
  private static boolean isOfLibrary(String className) {
    char first = className.charAt(0);
    for (String library : LIBRARIES) {
      if (library.charAt(0) == first && className.startsWith(library)) {
        return true;
      }
    }
    return false;
  }
}
