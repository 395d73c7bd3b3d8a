package io.spantree.outline;

import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that an outline says of one span, its children excepted: these are the deeper lines below.
 *
 * @param depth the number of spans above it in its tree
 * @param name its name
 * @param kind its kind; null when the line does not say
 * @param status its status; null when the line does not say
 * @param root whether it must hang under no other span
 * @param ordered whether its children must begin in the order written
 * @param multiplicity how many of it there may be
 * @param label the name by which links and other lines refer to it; null when it has none
 * @param remoteParent whether its parent lives in another process
 * @param states what is wrong with its place or life
 * @param attributes its attributes, sorted by key
 * @param events its events, in the order in which they were added
 * @param links its links
 * @param open the parts of which only some are described
 * @param comments the comments above it
 */
public record SpanLine(
    int depth,
    ValuePattern name,
    @Nullable SpanKind kind,
    @Nullable StatusPattern status,
    boolean root,
    boolean ordered,
    Multiplicity multiplicity,
    @Nullable String label,
    boolean remoteParent,
    Set<SpanState> states,
    List<AttributeLine> attributes,
    List<EventLine> events,
    List<LinkLine> links,
    Set<OpenPart> open,
    List<String> comments) {

  public SpanLine {
    states = states.isEmpty() ? Set.of() : Set.copyOf(states); // a copy of none costs as well
    attributes = List.copyOf(attributes);
    events = events.isEmpty() ? List.of() : List.copyOf(events);
    links = links.isEmpty() ? List.of() : List.copyOf(links);
    open = open.isEmpty() ? Set.of() : Set.copyOf(open);
    comments = comments.isEmpty() ? List.of() : List.copyOf(comments);
  }

  /**
   * The line as a report shows it: without its label, for what refers to it may not be shown.
   *
   * @param shownDepth the depth at which it stands there
   * @param most the most characters of a text
   */
  public SpanLine shown(int shownDepth, int most) {
    Builder shown = toBuilder();
    shown.depth = shownDepth;
    shown.label = null;
    shown.name = clipped(name, most);
    if (status != null && status.description() != null) {
      shown.status = new StatusPattern(status.code(), clipped(status.description(), most));
    }
    return shown.build();
  }

  /** The line, so many times. */
  public SpanLine times(int count) {
    Builder counted = toBuilder();
    counted.multiplicity = Multiplicity.exactly(count);
    return counted.build();
  }

  /** The line with each attribute changed, those of its events and links as well. */
  public SpanLine withAttributes(UnaryOperator<AttributeLine> edit) {
    Builder changed = toBuilder();
    changed.attributes.replaceAll(edit);
    changed.events.replaceAll(event -> new EventLine(
        event.name(),
        event.attributes().stream().map(edit).toList(),
        event.moreAttributes(),
        event.comments()));
    changed.links.replaceAll(link -> new LinkLine(
        link.target(),
        link.attributes().stream().map(edit).toList(),
        link.moreAttributes(),
        link.comments()));
    return changed.build();
  }

  /** The line with other comments above it. */
  public SpanLine withComments(List<String> other) {
    Builder changed = toBuilder();
    changed.comments.clear();
    changed.comments.addAll(other);
    return changed.build();
  }

  private static ValuePattern clipped(ValuePattern pattern, int most) {
    String text = pattern.literalText();
    if (text == null || text.length() <= most) {
      return pattern;
    }
    return ValuePattern.text(text.substring(0, most) + "…");
  }

  static Builder builder(int depth, ValuePattern name) {
    return new Builder(depth, name);
  }

  Builder toBuilder() {
    Builder copy = new Builder(depth, name);
    copy.kind = kind;
    copy.status = status;
    copy.root = root;
    copy.ordered = ordered;
    copy.multiplicity = multiplicity;
    copy.label = label;
    copy.remoteParent = remoteParent;
    copy.states.addAll(states);
    copy.attributes.addAll(attributes);
    copy.events.addAll(events);
    copy.links.addAll(links);
    copy.open.addAll(open);
    copy.comments.addAll(comments);
    return copy;
  }

  /** Collects what is said of a span, line by line. */
  static final class Builder {
    int depth;
    ValuePattern name;

    @Nullable
    SpanKind kind;

    @Nullable
    StatusPattern status;

    boolean root;
    boolean ordered;
    Multiplicity multiplicity = Multiplicity.ONCE;

    @Nullable
    String label;

    boolean remoteParent;
    final Set<SpanState> states = EnumSet.noneOf(SpanState.class);
    final List<AttributeLine> attributes = new ArrayList<>();
    final List<EventLine> events = new ArrayList<>(1);
    final List<LinkLine> links = new ArrayList<>(1);
    final Set<OpenPart> open = EnumSet.noneOf(OpenPart.class);
    final List<String> comments = new ArrayList<>(1);

    private Builder(int depth, ValuePattern name) {
      this.depth = depth;
      this.name = name;
    }

    SpanLine build() {
      attributes.sort(Comparator.comparing(AttributeLine::key));
      return new SpanLine(
          depth,
          name,
          kind,
          status,
          root,
          ordered,
          multiplicity,
          label,
          remoteParent,
          states,
          attributes,
          events,
          links,
          open,
          comments);
    }
  }
}
