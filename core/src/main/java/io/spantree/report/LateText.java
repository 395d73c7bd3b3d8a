package io.spantree.report;

import io.spantree.model.Finding;
import io.spantree.model.UnclaimedSpan;
import java.util.List;

/** Says what happened on behalf of a test that had ended. */
public final class LateText {
  private LateText() {}

  /** A headline for the lines on one test. */
  public static String headline(String test) {
    return "After " + test + " had ended:";
  }

  /** What went wrong, where, and what to do. */
  public static List<String> found(Finding fault) {
    return LifecycleText.lines(fault);
  }

  /** A span that nobody records. */
  public static String began(UnclaimedSpan span) {
    return UnclaimedText.line(span) + ": it began too late to be recorded";
  }

  /** How much there is beyond what was kept. */
  public static String more(int count) {
    return "and " + count + " more";
  }
}
