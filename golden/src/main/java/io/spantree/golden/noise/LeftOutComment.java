package io.spantree.golden.noise;

import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comment by which a golden says what it leaves out. */
public final class LeftOutComment {
  private static final String START = "# left out: ";

  private LeftOutComment() {}

  /** The outline with the comment as its first one, in place of what an older run left out. */
  public static Outline put(Outline outline, SortedSet<String> keys) {
    return put(
        outline,
        keys.isEmpty()
            ? null
            : START + String.join(", ", keys.stream().map(Notation::key).toList()));
  }

  /** The outline with the comment that the model has. */
  public static Outline like(Outline model, Outline outline) {
    String comment = model.traces().stream()
        .flatMap(trace -> Stream.concat(
            trace.comments().stream(),
            trace.spans().stream().flatMap(line -> line.comments().stream())))
        .filter(LeftOutComment::is)
        .findFirst()
        .orElse(null);
    return put(outline, comment);
  }

  private static Outline put(Outline outline, @Nullable String comment) {
    List<TraceOutline> traces = new ArrayList<>();
    for (TraceOutline trace : outline.traces()) {
      traces.add(new TraceOutline(
          trace.name(),
          trace.multiplicity(),
          trace.spans().stream().map(LeftOutComment::without).toList(),
          without(trace.comments())));
    }
    if (comment != null && !traces.isEmpty()) {
      traces.set(0, with(traces.get(0), comment));
    }
    return new Outline(traces, outline.moreTraces(), without(outline.comments()));
  }

  private static SpanLine without(SpanLine line) {
    boolean there = line.comments().stream().anyMatch(LeftOutComment::is);
    return there ? line.withComments(without(line.comments())) : line;
  }

  private static List<String> without(List<String> comments) {
    return comments.stream().filter(comment -> !is(comment)).toList();
  }

  private static boolean is(String comment) {
    return comment.startsWith(START);
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
