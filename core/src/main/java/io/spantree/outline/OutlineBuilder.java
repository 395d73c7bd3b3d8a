package io.spantree.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts an outline together while its lines are read. */
final class OutlineBuilder {
  private final List<TraceOutline> traces = new ArrayList<>();
  private final Labels labels = new Labels();
  private final List<SpanLine> spans = new ArrayList<>();
  private @Nullable String traceName;
  private @Nullable Supplier<OutlineSyntaxException> ifTraceIsEmpty;
  private Multiplicity traceMultiplicity = Multiplicity.ONCE;
  private List<String> traceComments = List.of();
  private boolean moreTraces;
  private List<String> comments = new ArrayList<>();
  private List<String> moreTracesComments = List.of();

  private SpanLine.@Nullable Builder span;
  private @Nullable PartBuilder part;
  private final Set<String> spanKeys = new HashSet<>();

  /** Adds a comment, which belongs to what follows. */
  void comment(String comment) {
    comments.add(comment);
  }

  private List<String> takeComments() {
    if (comments.isEmpty()) {
      return List.of();
    }
    List<String> taken = comments;
    comments = new ArrayList<>();
    return taken;
  }

  /** Whether spans stand above that no trace line names. */
  boolean hasUnnamedTrace() {
    return traceName == null && span != null;
  }

  void beginTrace(
      String name, Multiplicity multiplicity, Supplier<OutlineSyntaxException> ifEmpty) {
    endTrace();
    traceName = name;
    traceMultiplicity = multiplicity;
    traceComments = takeComments();
    ifTraceIsEmpty = ifEmpty;
  }

  /** Whether the line {@code ... traces} stands above, behind which nothing follows. */
  boolean isClosed() {
    return moreTraces;
  }

  /** The largest depth that the next span may have. */
  int deepest() {
    return span != null ? span.depth + 1 : 0;
  }

  boolean hasSpan() {
    return span != null;
  }

  boolean inPart() {
    return part != null;
  }

  /** False when the label of the span is taken. */
  boolean addSpan(SpanLine.Builder next) {
    endSpan();
    next.comments.addAll(takeComments());
    span = next;
    spanKeys.clear();
    return next.label == null || labels.define(next.label);
  }

  void beginEvent(ValuePattern name) {
    beginPart(new PartBuilder(name, null, takeComments()));
  }

  void beginLink(@Nullable String target) {
    beginPart(new PartBuilder(null, target, takeComments()));
  }

  private void beginPart(PartBuilder next) {
    endPart();
    part = next;
  }

  void refer(String label, Supplier<OutlineSyntaxException> ifUndefined) {
    labels.use(label, ifUndefined);
  }

  /** False when the key stands there already. */
  boolean addAttribute(AttributeLine line) {
    AttributeLine commented =
        comments.isEmpty() ? line : new AttributeLine(line.key(), line.value(), takeComments());
    (part != null ? part.attributes : current().attributes).add(commented);
    return (part != null ? part.keys : spanKeys).add(line.key());
  }

  /** False when the marker stands there already. */
  boolean open(OpenPart open) {
    endPart();
    current().comments.addAll(takeComments());
    return current().open.add(open);
  }

  /** False when the marker stands there already. */
  boolean openPartAttributes() {
    current().comments.addAll(takeComments());
    boolean first = part != null && !part.moreAttributes;
    if (part != null) {
      part.moreAttributes = true;
    }
    return first;
  }

  void openTraces() {
    endTrace();
    moreTraces = true;
    moreTracesComments = takeComments();
  }

  private SpanLine.Builder current() {
    if (span == null) {
      throw new IllegalStateException("no span line has been read");
    }
    return span;
  }

  private void endPart() {
    if (part != null) {
      part.addTo(current());
      part = null;
    }
  }

  private void endSpan() {
    endPart();
    if (span != null) {
      spans.add(span.build());
      span = null;
    }
  }

  private void endTrace() {
    endSpan();
    if (!spans.isEmpty()) {
      traces.add(new TraceOutline(traceName, traceMultiplicity, spans, traceComments));
    } else if (ifTraceIsEmpty != null) {
      throw ifTraceIsEmpty.get();
    }
    spans.clear();
    traceComments = List.of();
    ifTraceIsEmpty = null;
  }

  Outline build() {
    endTrace();
    labels.check();
    List<String> below = new ArrayList<>(moreTracesComments);
    below.addAll(takeComments());
    return new Outline(traces, moreTraces, below);
  }
}
