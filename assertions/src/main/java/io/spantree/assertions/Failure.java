package io.spantree.assertions;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.AssertionInfo;
import org.assertj.core.error.DescriptionFormatter;
import org.assertj.core.internal.Failures;

/** Makes errors that honour {@code as(…)} and {@code overridingErrorMessage(…)}. */
final class Failure {
  private static final Set<String> ASSERTS =
      Set.of(TraceAssert.class.getName(), SpanAssert.class.getName());

  private Failure() {}

  /** The text is taken as it is: a {@code %} in it is nothing but a character. */
  static AssertionError of(
      AssertionInfo info, String text, Function<String, AssertionError> error) {
    String override = info.overridingErrorMessage();
    String message = override == null || override.isEmpty() ? text : override;
    String description = DescriptionFormatter.instance().format(info.description());
    AssertionError failure = error.apply(description + message);
    Failures.instance().removeAssertJRelatedElementsFromStackTraceIfNeeded(failure);
    if (Failures.instance().isRemoveAssertJRelatedElementsFromStackTrace()) {
      pointAtTheCaller(failure);
    }
    return failure;
  }

  /** Begins the stack trace at the line that asserts, as AssertJ does. */
  private static void pointAtTheCaller(AssertionError failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    int caller = 0;
    while (caller < frames.length && !ASSERTS.contains(frames[caller].getClassName())) {
      caller++;
    }
    while (caller < frames.length && ASSERTS.contains(frames[caller].getClassName())) {
      caller++;
    }
    if (caller < frames.length) {
      failure.setStackTrace(Arrays.copyOfRange(frames, caller, frames.length));
    }
  }
}
