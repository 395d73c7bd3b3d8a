package io.spantree.report;

import io.spantree.model.Evidence;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words that many findings share. */
final class Wording {
  private static final int MOST_NAMES = 6;

  /** So many equal characters are shown before the first difference. */
  private static final int CONTEXT = 20;

  private Wording() {}

  /** {@code LOST CONTEXT} for LOST_CONTEXT. */
  static String label(FindingKind kind) {
    return kind.name().replace('_', ' ');
  }

  /** Names from the root down; of a long path the two ends. */
  static String path(SpanPath path) {
    List<String> names =
        path.names().stream().map(name -> Clip.name(Notation.name(name))).toList();
    if (names.size() <= MOST_NAMES) {
      return String.join(" > ", names);
    }
    String top = String.join(" > ", names.subList(0, 2));
    return top + " > … > " + String.join(" > ", names.subList(names.size() - 3, names.size()));
  }

  /** A value with its type: {@code 4200 (long)}. */
  static String term(@Nullable Term term) {
    if (term == null) {
      return "nothing";
    }
    return term.isWords() ? Clip.words(term.notation()) : typed(Clip.value(term.notation()), term);
  }

  private static String typed(String notation, Term term) {
    return term.type() == null ? notation : notation + " (" + term.type() + ")";
  }

  /** Both sides of a finding in words. */
  record Pair(String expected, String actual) {}

  /** Both sides; of long ones the part in which they differ. */
  static Pair pair(Finding finding) {
    Term expected = finding.expected();
    Term actual = finding.actual();
    if (expected == null || actual == null || expected.isWords() || actual.isWords()) {
      return new Pair(term(expected), term(actual));
    }
    int start = commonStart(expected.notation(), actual.notation());
    int from = start > Clip.MOST / 2 ? start - CONTEXT : 0;
    return new Pair(
        typed(Clip.from(from, expected.notation()), expected),
        typed(Clip.from(from, actual.notation()), actual));
  }

  private static int commonStart(String left, String right) {
    int start = 0;
    while (start < Math.min(left.length(), right.length())
        && left.charAt(start) == right.charAt(start)) {
      start++;
    }
    return start;
  }

  /** The items of a list in the notation, in which a comma may stand in strings and parentheses. */
  static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth == 0 && list.startsWith(", ", i)) {
        items.add(list.substring(from, i));
        from = i + 2;
      }
    }
    items.add(list.substring(from));
    return items;
  }

  /** {@code 50 ms}, {@code 2 s}, {@code 1.5 s}. */
  static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s";
  }

  /** {@code 1 finding}, {@code 2 findings}. */
  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code started on pool-1 at io.acme.Review.run(Review.java:42)}, as far as it is known. */
  static Optional<String> started(@Nullable SpanNode span) {
    return Optional.ofNullable(span).flatMap(SpanNode::evidence).map(Wording::started);
  }

  /** The same with the line that called the method, if that is known. */
  static Optional<String> startedByCaller(SpanNode span) {
    return started(span)
        .map(at -> at
            + span.evidence()
                .flatMap(Evidence::callSite)
                .map(caller -> ", called at " + caller)
                .orElse(""));
  }

  private static String started(Evidence evidence) {
    String site = evidence.startSite().map(at -> " at " + at).orElse("");
    return "started on " + evidence.thread() + site;
  }

  /** The attribute, event or link that a finding is about, with the event that holds it. */
  static String part(Finding finding) {
    String owner = finding.part().owner();
    String key = finding.part().key();
    String clippedKey = key == null ? "" : Clip.name(Notation.key(key));
    String clippedOwner = owner == null ? "" : Clip.event(owner);
    return clippedOwner + (owner == null || key == null ? "" : ": ") + clippedKey;
  }
}
