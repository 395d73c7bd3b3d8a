package io.spantree.model;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A span in its tree: its data, its evidence, the span above it and the spans below. */
public final class SpanNode {

  /** How a span is joined to the tree. */
  public enum Position {
    /** No parent at all. */
    ROOT,
    /** Its parent is in the recording, and is its {@link SpanNode#parent()}. */
    CHILD,
    /** Its parent lives in another process. */
    REMOTE_CHILD,
    /** Its parent is neither in the recording nor remote. */
    ORPHAN,
    /** Its ancestors lead back to itself; the circle was cut above this span. */
    CYCLE
  }

  /** What a span without evidence has. */
  static final long NO_SEQUENCE = -1;

  private final SpanData data;
  private final @Nullable Evidence evidence;
  private int index;
  private Position position = Position.ROOT;
  private boolean duplicateId;
  private @Nullable SpanNode parent;
  private List<SpanNode> children = List.of();

  SpanNode(SpanData data, @Nullable Evidence evidence) {
    this.data = data;
    this.evidence = evidence;
  }

  /** The same span, to stand in another tree. */
  SpanNode unplaced() {
    return new SpanNode(data, evidence);
  }

  void place(int index, Position position, boolean duplicateId) {
    this.index = index;
    this.position = position;
    this.duplicateId = duplicateId;
  }

  void hang(SpanNode... below) {
    children = List.of(below);
    for (SpanNode child : below) {
      child.parent = this;
    }
  }

  long startSequence() {
    return evidence == null ? NO_SEQUENCE : evidence.startSequence();
  }

  /** Its position among the spans that were read together, trace by trace in start order. */
  public int index() {
    return index;
  }

  public String name() {
    return data.getName();
  }

  public SpanKind kind() {
    return data.getKind();
  }

  /** The span as it was exported; of an open span, as it stood when the recording was read. */
  public SpanData data() {
    return data;
  }

  /** What was seen while the span was recorded; empty for spans that Spantree did not record. */
  public Optional<Evidence> evidence() {
    return Optional.ofNullable(evidence);
  }

  public Position position() {
    return position;
  }

  /** Whether another span of this trace that began earlier has the same span id. */
  public boolean hasDuplicateId() {
    return duplicateId;
  }

  /** Whether the span had not ended when the recording was read. */
  public boolean isOpen() {
    return !data.hasEnded();
  }

  /** Whether the span is a root that began where no context was attached. */
  public boolean hasLostContext() {
    return evidence != null && evidence.ancestry() == Ancestry.LOST_CONTEXT;
  }

  /** The span above, or null for a root, an orphan and the child of a remote parent. */
  public @Nullable SpanNode parent() {
    return parent;
  }

  /** The spans below, in start order. */
  public List<SpanNode> children() {
    return children;
  }

  @Override
  public String toString() {
    return name();
  }
}
