package io.spantree.golden.run;

import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.Finding;
import io.spantree.model.Term;
import io.spantree.outline.SpanState;
import org.jspecify.annotations.Nullable;

/** Tells findings apart by which telemetry would be lost from those by which some would change. */
public final class Loss {
  private Loss() {}

  /**
   * Whether a span, attribute, event or link is gone, fewer of them are there, an error is no longer
   * one, or a span has left its tree.
   */
  public static boolean is(Finding finding) {
    return switch (finding.kind()) {
      case ORPHANED, LOST_CONTEXT -> !isMended(finding);
      case MISSING, UNWRAPPED, NEW_ROOT, ATTRIBUTE_MISSING, EVENT_MISSING, LINK_MISSING -> true;
      case REMOTE_PARENT -> finding.expected() != null && finding.actual() == null;
      case STATUS -> isError(finding.expected()) && !isError(finding.actual());
      case COUNT -> isFewer(finding.expected(), finding.actual());
      default -> false;
    };
  }

  /** Whether the golden says that the span is torn off, and it is so no longer. */
  private static boolean isMended(Finding finding) {
    Term expected = finding.expected();
    return finding.actual() == null
        && expected != null
        && (expected.notation().equals(SpanState.ORPHAN.word())
            || expected.notation().equals(SpanState.LOST.word()));
  }

  private static boolean isError(@Nullable Term status) {
    return status != null && status.notation().startsWith(StatusCode.ERROR.name());
  }

  /** Says it of counts such as {@code x2..5} and {@code x1}. */
  private static boolean isFewer(@Nullable Term expected, @Nullable Term actual) {
    return count(actual) < count(expected);
  }

  /** The least number; none is 0. */
  private static long count(@Nullable Term count) {
    String text = count == null ? "" : count.notation();
    long number = 0;
    for (int i = 1; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
      number = Math.min(Integer.MAX_VALUE, number * 10 + text.charAt(i) - '0');
    }
    return number;
  }
}
