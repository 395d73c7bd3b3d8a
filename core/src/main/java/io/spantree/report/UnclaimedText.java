package io.spantree.report;

import io.spantree.model.UnclaimedSpan;
import io.spantree.outline.Notation;
import java.util.List;
import java.util.stream.Collectors;

/** Says which root spans were given to no test, because each of several may have caused them. */
public final class UnclaimedText {
  private static final int MOST_SHOWN = 10;

  private UnclaimedText() {}

  /**
   * One line for each span, the first ten of them, below a headline.
   *
   * @param spans those of which something is known
   * @param count how many there were
   */
  public static String of(List<UnclaimedSpan> spans, int count) {
    String more = count > MOST_SHOWN ? "\n  and " + (count - MOST_SHOWN) + " more" : "";
    return "not checked: "
        + Wording.count(count, "unclaimed root span")
        + ", begun without a context while several tests were recording:\n"
        + spans.stream()
            .limit(MOST_SHOWN)
            .map(span -> "  " + line(span))
            .collect(Collectors.joining("\n"))
        + more;
  }

  static String line(UnclaimedSpan span) {
    return Clip.value(Notation.name(span.name()))
        + " on "
        + span.thread()
        + span.startSite().map(site -> " at " + site).orElse("")
        + (span.likelyTest() == null ? "" : ", a thread made by " + span.likelyTest());
  }
}
