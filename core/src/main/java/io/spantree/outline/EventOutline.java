package io.spantree.outline;

import java.util.List;

/** An expected event built in code; every method returns a new one. */
public final class EventOutline extends WithAttributes<EventOutline> {
  private final EventLine line;

  private EventOutline(EventLine line) {
    this.line = line;
  }

  static EventOutline named(ValuePattern name) {
    return new EventOutline(
        new EventLine(Impossible.refuseAsText(name), List.of(), false, List.of()));
  }

  /** The event may have other attributes ({@code . ...}). */
  public EventOutline withMoreAttributes() {
    return new EventOutline(new EventLine(line.name(), line.attributes(), true, line.comments()));
  }

  EventLine line() {
    return line;
  }

  @Override
  EventOutline with(List<AttributeLine> attributes) {
    return new EventOutline(
        new EventLine(line.name(), attributes, line.moreAttributes(), line.comments()));
  }

  @Override
  List<AttributeLine> attributeLines() {
    return line.attributes();
  }
}
