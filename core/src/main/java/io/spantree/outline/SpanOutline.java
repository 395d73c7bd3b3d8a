package io.spantree.outline;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An expected span and what hangs under it, built in code; every method returns a new one, and
 * refuses with an IllegalArgumentException what no span could meet.
 *
 * <pre>{@code
 * span("POST /orders").withKind(SERVER).child(span("charge card").withAttr("card.brand", "visa"))
 * }</pre>
 */
public final class SpanOutline extends WithAttributes<SpanOutline> {
  private final List<SpanLine> lines;

  private SpanOutline(List<SpanLine> lines) {
    this.lines = List.copyOf(lines);
  }

  static SpanOutline named(ValuePattern name) {
    return new SpanOutline(
        List.of(SpanLine.builder(0, Impossible.refuseAsText(name)).build()));
  }

  /** The notation. */
  public String print() {
    return Outline.of(this).print();
  }

  List<SpanLine> lines() {
    return lines;
  }

  @Override
  SpanOutline with(List<AttributeLine> attributes) {
    return with(span -> {
      span.attributes.clear();
      span.attributes.addAll(attributes);
    });
  }

  @Override
  List<AttributeLine> attributeLines() {
    return lines.get(0).attributes();
  }

  public SpanOutline withKind(SpanKind kind) {
    return with(span -> span.kind = kind);
  }

  public SpanOutline withStatus(StatusCode code) {
    return with(span -> span.status = new StatusPattern(code, null));
  }

  public SpanOutline withStatus(StatusCode code, String description) {
    ValuePattern text = ValuePattern.text(description);
    return with(span -> span.status = new StatusPattern(code, text));
  }

  /**
   * A description that a matcher accepts.
   *
   * @throws IllegalArgumentException when it accepts no string
   */
  public SpanOutline withStatus(StatusCode code, ValuePattern description) {
    ValuePattern text = Impossible.refuseAsText(description);
    return with(span -> span.status = new StatusPattern(code, text));
  }

  public SpanOutline withEvent(String name) {
    return withEvent(Outline.event(name));
  }

  public SpanOutline withEvent(EventOutline event) {
    return with(span -> span.events.add(event.line()));
  }

  /** A link to the span with this label. */
  public SpanOutline withLinkTo(String label) {
    return withLink(Outline.linkTo(label));
  }

  public SpanOutline withLink(LinkOutline link) {
    return with(span -> span.links.add(link.line()));
  }

  /**
   * The name by which links mean this span.
   *
   * @throws IllegalArgumentException when it is no word of letters, digits, dots and dashes
   */
  public SpanOutline labelled(String label) {
    String word = Words.requireLabel(label);
    return with(span -> span.label = word);
  }

  /** The span hangs under no other. */
  public SpanOutline root() {
    return with(span -> span.root = true);
  }

  /** The span's parent lives in another process. */
  public SpanOutline withRemoteParent() {
    return with(span -> span.remoteParent = true);
  }

  /** What is wrong with the span's place or life. */
  public SpanOutline withState(SpanState state) {
    return with(span -> span.states.add(state));
  }

  /** Only some of these are described ({@code ... attributes}), where an outline is closed. */
  public SpanOutline withMore(OpenPart part) {
    return with(span -> span.open.add(part));
  }

  /** A comment of one line; it belongs to the span. */
  public SpanOutline withComment(String comment) {
    String text = "# " + comment.replaceAll("\\s+", " ").strip();
    return with(span -> span.comments.add(text.strip()));
  }

  /** The children must begin in the order in which they are added. */
  public SpanOutline ordered() {
    return with(span -> span.ordered = true);
  }

  /** The span must occur so many times among its siblings. */
  public SpanOutline times(int count) {
    return with(span -> span.multiplicity = Multiplicity.exactly(count));
  }

  /** The span must occur so many times among its siblings; {@link Multiplicity#UNBOUNDED} is any. */
  public SpanOutline times(int least, int most) {
    return with(span -> span.multiplicity = new Multiplicity(least, most));
  }

  public SpanOutline child(SpanOutline child) {
    List<SpanLine> joined = new ArrayList<>(lines);
    for (SpanLine line : child.lines) {
      SpanLine.Builder deeper = line.toBuilder();
      deeper.depth++;
      joined.add(Contradiction.refuseIn(deeper));
    }
    return new SpanOutline(joined);
  }

  private SpanOutline with(Consumer<SpanLine.Builder> change) {
    SpanLine.Builder first = lines.get(0).toBuilder();
    change.accept(first);
    List<SpanLine> changed = new ArrayList<>(lines);
    changed.set(0, Contradiction.refuseIn(first));
    return new SpanOutline(changed);
  }
}
