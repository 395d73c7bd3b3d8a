package io.spantree.report;

import io.spantree.model.UnclaimedSpan;
import io.spantree.outline.Notation;
import java.util.List;
import java.util.stream.Collectors;

/** Says which root spans were given to no test, because each of several may have caused them. */
public final class UnclaimedText {
  private static final int MOST_SHOWN = 10;

  private UnclaimedText() {}

  /** One line for each span, the first ten of them, below a headline. */
  public static String of(List<UnclaimedSpan> spans) {
    String more =
        spans.size() > MOST_SHOWN ? "\n  and " + (spans.size() - MOST_SHOWN) + " more" : "";
    return "not checked: "
        + Wording.count(spans.size(), "unclaimed root span")
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
