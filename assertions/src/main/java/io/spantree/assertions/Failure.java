package io.spantree.assertions;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AssertionInfo;
import org.assertj.core.error.DescriptionFormatter;
import org.assertj.core.internal.Failures;

/** Makes errors that honour {@code as(…)} and {@code overridingErrorMessage(…)}. */
final class Failure {
  private static final Set<String> ASSERTS = Stream.of(
          TraceAssert.class,
          AbstractSpanAssert.class,
          SpanAssert.class,
          SpanSteps.class,
          AttributeSteps.class,
          TraceRule.class,
          TraceAssertions.class,
          TraceSoftAssertions.class)
      .map(Class::getName)
      .collect(Collectors.toUnmodifiableSet());

  private Failure() {}

  /** The text is taken as it is: a {@code %} in it is nothing but a character. */
  static AssertionError of(
      AssertionInfo info, String text, Function<String, AssertionError> error) {
    String override = info.overridingErrorMessage();
    String message = override == null || override.isEmpty() ? text : override;
    AssertionError failure = error.apply(description(info) + message);
    Failures.instance().removeAssertJRelatedElementsFromStackTraceIfNeeded(failure);
    if (Failures.instance().isRemoveAssertJRelatedElementsFromStackTrace()) {
      pointAtTheCaller(failure);
    }
    return failure;
  }

  /** What {@code as(…)} says, in brackets; empty when it says nothing. */
  static String description(AssertionInfo info) {
    return DescriptionFormatter.instance().format(info.description());
  }

  /** The line that asserts, as a stack trace shows it. */
  static String place(AssertionError failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    int caller = caller(frames);
    return caller < frames.length ? "at " + frames[caller] : "";
  }

  /** Begins the stack trace at the line that asserts, as AssertJ does. */
  private static void pointAtTheCaller(AssertionError failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    int caller = caller(frames);
    if (caller < frames.length) {
      failure.setStackTrace(Arrays.copyOfRange(frames, caller, frames.length));
    }
  }

  private static int caller(StackTraceElement[] frames) {
    int caller = 0;
    while (caller < frames.length && !isOurs(frames[caller])) {
      caller++;
    }
    while (caller < frames.length && isOurs(frames[caller])) {
      caller++;
    }
    return caller < frames.length ? caller : 0;
  }

  private static boolean isOurs(StackTraceElement frame) {
    return ASSERTS.contains(frame.getClassName());
  }
}
