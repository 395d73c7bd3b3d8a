package io.spantree.compare;

import io.spantree.model.SpanPath;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.SpanLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span line of an outline, in its tree. */
public final class ExpectedSpan {
  private final SpanLine line;
  private final @Nullable ExpectedSpan parent;
  private final int trace;
  private final Multiplicity multiplicity;
  private int size = 1;
  private final List<ExpectedSpan> children = new ArrayList<>(2);

  ExpectedSpan(SpanLine line, @Nullable ExpectedSpan parent, int trace, Multiplicity multiplicity) {
    this.line = line;
    this.parent = parent;
    this.trace = trace;
    this.multiplicity = multiplicity;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  public SpanLine line() {
    return line;
  }

  /** The line that this one hangs under; null at depth 0. */
  public @Nullable ExpectedSpan parent() {
    return parent;
  }

  public List<ExpectedSpan> children() {
    return Collections.unmodifiableList(children);
  }

  /** The position of its trace in the outline. */
  public int trace() {
    return trace;
  }

  /** How often it may occur: its own multiplicity, times that of its trace when it is a root. */
  public Multiplicity multiplicity() {
    return multiplicity;
  }

  /** The number of lines here and below. */
  int size() {
    return size;
  }

  /** Adds what was counted below to the parent; called once, after all that hang below. */
  void countUp() {
    if (parent != null) {
      parent.size += size;
    }
  }

  /** The name, or its matcher in the notation. */
  public String name() {
    String literal = line.name().literalText();
    return literal != null ? literal : line.name().notation();
  }

  /** The names from the root line down to this one. */
  public SpanPath path() {
    List<String> names = new ArrayList<>();
    for (ExpectedSpan at = this; at != null; at = at.parent) {
      names.add(at.name());
    }
    Collections.reverse(names);
    return new SpanPath(names);
  }

  @Override
  public String toString() {
    return path().toString();
  }
}
