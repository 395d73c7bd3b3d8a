package io.spantree.report;

import io.spantree.model.Reading;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what a tree leaves out, and for what it was waited in vain. */
public final class ReadingText {
  private static final int MOST_SHOWN = 5;

  private ReadingText() {}

  /** What is left out, as a comment of the notation; empty when all is shown. */
  static String notShown(Reading reading) {
    List<String> parts = new ArrayList<>();
    if (reading.ignored() > 0) {
      parts.add(Wording.count(reading.ignored(), "ignored span"));
    }
    if (reading.fixture() > 0) {
      parts.add(Wording.count(reading.fixture(), "span") + " of fixtures");
    }
    return parts.isEmpty() ? "" : "not shown: " + String.join(", ", parts);
  }

  /** What had not come to rest when the recording was read; no line when all had. */
  static List<String> waitedInVain(Reading reading) {
    Duration wait = reading.gaveUpAfter();
    if (wait == null) {
      return List.of();
    }
    List<SpanNode> open = reading.unfinished();
    if (open.isEmpty()) {
      return List.of("Waited " + Wording.duration(wait)
          + " in vain for other threads to come to rest: they went on to begin or end spans.");
    }
    List<String> lines = new ArrayList<>();
    lines.add("Waited " + Wording.duration(wait) + " in vain for "
        + Wording.count(open.size(), "open span") + " to end:");
    open.stream().limit(MOST_SHOWN).forEach(span -> lines.add("- " + where(span)));
    if (open.size() > MOST_SHOWN) {
      lines.add("- and " + (open.size() - MOST_SHOWN) + " more");
    }
    return lines;
  }

  /** How many lines all of that is below a tree. */
  static int lines(Reading reading) {
    int waited = waitedInVain(reading).size();
    return (waited == 0 ? 0 : waited + 1) + (notShown(reading).isEmpty() ? 0 : 1);
  }

  /** How long it was waited for an assertion that never held. */
  public static String neverHeld(Duration limit, int times) {
    return "Waited " + Wording.duration(limit) + " in vain and looked "
        + (times == 1 ? "once" : times + " times") + ": at once, and whenever a span had ended.";
  }

  private static String where(SpanNode span) {
    String started = Wording.started(span).map(at -> ", " + at).orElse("");
    return Wording.path(SpanPath.of(span)) + started;
  }
}
