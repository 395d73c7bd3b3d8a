package io.spantree.golden.recorded;

import io.spantree.model.Ancestry;
import io.spantree.model.Dispatch;
import io.spantree.model.Evidence;
import io.spantree.model.Phase;
import io.spantree.model.SpanNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as a comment: {@code # LOST_CONTEXT:EXECUTOR io.acme.Review run Review.java 42 on pool-1}.
 *
 * <p>Only reports need it; a comment that says something else is no evidence, and no error.
 */
final class EvidenceComment {
  private static final Pattern COMMENT = Pattern.compile(
      "# ([A-Z_]+)(?::([A-Z_]+))? (?:- |(\\S+) (.+) (\\S+) (-?\\d+) )on (.*)", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

  private EvidenceComment() {}

  static List<String> of(SpanNode span) {
    return span.evidence().map(evidence -> List.of(print(evidence))).orElse(List.of());
  }

  private static String print(Evidence evidence) {
    String site = evidence
        .startSite()
        .map(at -> String.join(
            " ",
            at.getClassName(),
            at.getMethodName(),
            at.getFileName() == null ? "?" : at.getFileName(),
            Integer.toString(at.getLineNumber())))
        .orElse("-");
    String dispatch = evidence.dispatch() == Dispatch.UNKNOWN ? "" : ":" + evidence.dispatch();
    String text = "# " + evidence.ancestry() + dispatch + " " + site + " on " + evidence.thread();
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  /** The evidence of a span that was started as the n-th. */
  static Evidence evidence(
      int sequence, boolean open, @Nullable Ancestry forced, List<String> comments) {
    Matcher seen = COMMENT.matcher(comments.isEmpty() ? "" : comments.get(0));
    boolean known = seen.matches();
    List<StackTraceElement> sites = known && seen.group(3) != null
        ? List.of(new StackTraceElement(
            seen.group(3), seen.group(4), file(seen.group(5)), Integer.parseInt(seen.group(6))))
        : List.of();
    Ancestry ancestry = forced != null ? forced : ancestry(known ? seen.group(1) : "");
    String thread = known ? seen.group(7) : "an unknown thread";
    int end = open ? -1 : Integer.MAX_VALUE;
    Dispatch dispatch = dispatch(known ? seen.group(2) : null);
    return new Evidence(sequence, end, Phase.BODY, thread, ancestry, dispatch, false, () -> sites);
  }

  private static @Nullable String file(String name) {
    return name.equals("?") ? null : name;
  }

  private static Dispatch dispatch(@Nullable String word) {
    for (Dispatch dispatch : Dispatch.values()) {
      if (dispatch.name().equals(word)) {
        return dispatch;
      }
    }
    return Dispatch.UNKNOWN;
  }

  private static Ancestry ancestry(String word) {
    for (Ancestry ancestry : Ancestry.values()) {
      if (ancestry.name().equals(word) && ancestry != Ancestry.LOST_CONTEXT) {
        return ancestry;
      }
    }
    return Ancestry.NOT_CHECKED;
  }
}
