package io.spantree.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an outline together while its lines are read. */
final class OutlineBuilder {
  private final List<TraceOutline> traces = new ArrayList<>();
  private final OutlineParser.Labels labels = new OutlineParser.Labels();
  private final List<SpanLine> spans = new ArrayList<>();
  private @Nullable String traceName;
  private Multiplicity traceMultiplicity = Multiplicity.ONCE;
  private List<String> traceComments = List.of();
  private boolean moreTraces;

  private SpanLine.@Nullable Builder span;
  private @Nullable PartBuilder part;
  private final Set<String> keys = new HashSet<>();

  /** An event or a link that is being read. */
  private static final class PartBuilder {
    final @Nullable ValuePattern event;
    final @Nullable String target;
    final List<String> comments;
    final List<AttributeLine> attributes = new ArrayList<>();
    boolean moreAttributes;

    PartBuilder(@Nullable ValuePattern event, @Nullable String target, List<String> comments) {
      this.event = event;
      this.target = target;
      this.comments = comments;
    }

    void addTo(SpanLine.Builder span) {
      attributes.sort(Comparator.comparing(AttributeLine::key));
      if (event != null) {
        span.events.add(new EventLine(event, attributes, moreAttributes, comments));
      } else {
        span.links.add(new LinkLine(target, attributes, moreAttributes, comments));
      }
    }
  }

  /** False when spans without a trace of their own stand above. */
  boolean beginTrace(String name, Multiplicity multiplicity, List<String> comments) {
    endTrace();
    if (traceName == null && !traces.isEmpty()) {
      return false;
    }
    traceName = name;
    traceMultiplicity = multiplicity;
    traceComments = comments;
    return true;
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
    span = next;
    keys.clear();
    return next.label == null || labels.define(next.label);
  }

  void beginEvent(ValuePattern name, List<String> comments) {
    beginPart(new PartBuilder(name, null, comments));
  }

  void beginLink(@Nullable String target, List<String> comments) {
    beginPart(new PartBuilder(null, target, comments));
  }

  private void beginPart(PartBuilder next) {
    endPart();
    part = next;
    keys.clear();
  }

  void refer(String label, OutlineSyntaxException ifUndefined) {
    labels.use(label, ifUndefined);
  }

  /** False when the key stands there already. */
  boolean addAttribute(AttributeLine line) {
    (part != null ? part.attributes : current().attributes).add(line);
    return keys.add(line.key());
  }

  void open(OpenPart open, List<String> comments) {
    endPart();
    current().open.add(open);
    current().comments.addAll(comments);
  }

  void openPartAttributes(List<String> comments) {
    if (part != null) {
      part.moreAttributes = true;
    }
    current().comments.addAll(comments);
  }

  void openTraces(List<String> comments) {
    endTrace();
    moreTraces = true;
    traceComments = comments;
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
    if (traceName != null || !spans.isEmpty()) {
      traces.add(new TraceOutline(traceName, traceMultiplicity, spans, traceComments));
    }
    spans.clear();
    traceComments = List.of();
  }

  Outline build(List<String> comments) {
    endTrace();
    labels.check();
    List<String> below = new ArrayList<>(traceComments);
    below.addAll(comments);
    return new Outline(traces, moreTraces, below);
  }
}
