package io.spantree.golden.noise;

import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The comment by which a golden says what it leaves out. */
public final class LeftOutComment {
  private static final String START = "# left out: ";
  private static final String NEXT = ", ";

  private LeftOutComment() {}

  /** The outline with the comment as its first one. */
  public static Outline put(Outline outline, SortedSet<String> keys) {
    return keys.isEmpty()
        ? outline
        : put(
            outline, START + String.join(NEXT, keys.stream().map(Notation::key).toList()));
  }

  /** The outline with the comment that the model has, in place of its own. */
  public static Outline like(Outline model, Outline outline) {
    String comment = of(model);
    Outline bare = without(of(outline), outline);
    return comment == null ? bare : put(bare, comment);
  }

  /** What a golden became, without what the golden said of an older run, wherever that is now. */
  public static Outline outdated(Outline golden, Outline merged) {
    return without(of(golden), merged);
  }

  /** The first comment of all, if it is the one; any other is a reader's own. */
  private static @Nullable String of(Outline outline) {
    if (outline.traces().isEmpty()) {
      return null;
    }
    TraceOutline first = outline.traces().get(0);
    List<String> comments = first.name() != null || first.spans().isEmpty()
        ? first.comments()
        : first.spans().get(0).comments();
    return !comments.isEmpty() && isOurs(comments.get(0)) ? comments.get(0) : null;
  }

  /** Whether it lists keys and says nothing else. */
  private static boolean isOurs(String comment) {
    if (!comment.startsWith(START)) {
      return false;
    }
    int at = START.length();
    int end = endOfKey(comment, at);
    while (end > at && comment.startsWith(NEXT, end)) {
      at = end + NEXT.length();
      end = endOfKey(comment, at);
    }
    return end > at && end == comment.length();
  }

  /** Where the bare or quoted key ends that begins there; the beginning when there is none. */
  private static int endOfKey(String text, int from) {
    boolean quoted = text.startsWith("\"", from);
    for (int i = quoted ? from + 1 : from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"') {
        return i + 1;
      } else if (quoted && c == '\\') {
        i++;
      } else if (!quoted && (c == ',' || c == '"' || c == ' ')) {
        return i;
      }
    }
    return quoted ? from : text.length();
  }

  private static Outline without(@Nullable String comment, Outline outline) {
    if (comment == null) {
      return outline;
    }
    List<TraceOutline> traces = new ArrayList<>();
    for (TraceOutline trace : outline.traces()) {
      traces.add(new TraceOutline(
          trace.name(),
          trace.multiplicity(),
          trace.spans().stream().map(line -> without(comment, line)).toList(),
          without(comment, trace.comments())));
    }
    return new Outline(traces, outline.moreTraces(), without(comment, outline.comments()));
  }

  private static SpanLine without(String comment, SpanLine line) {
    return line.comments().contains(comment)
        ? line.withComments(without(comment, line.comments()))
        : line;
  }

  private static List<String> without(String comment, List<String> comments) {
    return comments.stream().filter(each -> !each.equals(comment)).toList();
  }

  private static Outline put(Outline outline, String comment) {
    if (outline.traces().isEmpty()) {
      return outline;
    }
    List<TraceOutline> traces = new ArrayList<>(outline.traces());
    traces.set(0, with(traces.get(0), comment));
    return new Outline(traces, outline.moreTraces(), outline.comments());
  }

  private static TraceOutline with(TraceOutline trace, String comment) {
    List<SpanLine> spans = new ArrayList<>(trace.spans());
    List<String> comments = trace.comments();
    if (trace.name() != null) {
      comments = first(comment, comments);
    } else if (!spans.isEmpty()) {
      spans.set(0, spans.get(0).withComments(first(comment, spans.get(0).comments())));
    }
    return new TraceOutline(trace.name(), trace.multiplicity(), spans, comments);
  }

  private static List<String> first(String comment, List<String> comments) {
    List<String> all = new ArrayList<>(List.of(comment));
    all.addAll(comments);
    return all;
  }
}
