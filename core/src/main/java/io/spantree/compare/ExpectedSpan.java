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
  private final Names.@Nullable Name literal;
  private final @Nullable ExpectedSpan parent;
  private final int number;
  private final int position;
  private final int trace;
  private final Multiplicity multiplicity;
  private int size = 1;
  private List<ExpectedSpan> children = List.of();
  private List<ExpectedSpan> view = List.of();

  ExpectedSpan(
      SpanLine line,
      Names.@Nullable Name literal,
      @Nullable ExpectedSpan parent,
      int number,
      int trace,
      Multiplicity multiplicity) {
    this.line = line;
    this.literal = literal;
    this.parent = parent;
    this.number = number;
    this.position = parent == null ? 0 : parent.children.size();
    this.trace = trace;
    this.multiplicity = multiplicity;
    if (parent != null) {
      parent.add(this);
    }
  }

  private void add(ExpectedSpan child) {
    if (children.isEmpty()) {
      children = new ArrayList<>();
      view = Collections.unmodifiableList(children);
    }
    children.add(child);
  }

  /** Its name, shared with all lines of that name; null when it is a matcher. */
  Names.@Nullable Name literal() {
    return literal;
  }

  /** Its position among all lines of the outline. */
  int number() {
    return number;
  }

  /** Its position among the lines below its parent; zero at depth 0. */
  int position() {
    return position;
  }

  public SpanLine line() {
    return line;
  }

  /** The line that this one hangs under; null at depth 0. */
  public @Nullable ExpectedSpan parent() {
    return parent;
  }

  public List<ExpectedSpan> children() {
    return view;
  }

  /** The position of its trace in the outline. */
  public int trace() {
    return trace;
  }

  /** How often it may occur: its own multiplicity, times that of its trace when it is a root. */
  public Multiplicity multiplicity() {
    return multiplicity;
  }

  /** Whether it may have more spans than it must have. */
  boolean isOptional() {
    return multiplicity.most() > multiplicity.least();
  }

  /** The number of lines here and below. */
  int size() {
    return size;
  }

  /** Adds what was counted here to the parent; called once, after all that hang below. */
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
