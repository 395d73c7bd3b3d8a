package io.spantree.assertions;

import java.util.function.Function;
import org.assertj.core.api.AssertionInfo;
import org.assertj.core.error.DescriptionFormatter;
import org.assertj.core.internal.Failures;

/** Makes errors that honour {@code as(…)} and {@code overridingErrorMessage(…)}. */
final class Failure {
  private Failure() {}

  /** The text is taken as it is: a {@code %} in it is nothing but a character. */
  static AssertionError of(
      AssertionInfo info, String text, Function<String, AssertionError> error) {
    String override = info.overridingErrorMessage();
    String described = DescriptionFormatter.instance().format(info.description()) + text;
    AssertionError failure = error.apply(override == null ? described : override);
    Failures.instance().removeAssertJRelatedElementsFromStackTraceIfNeeded(failure);
    return failure;
  }
}
