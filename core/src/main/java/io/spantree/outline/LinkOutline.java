package io.spantree.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expected link built in code; every method returns a new one. */
public final class LinkOutline extends WithAttributes<LinkOutline> {
  private final LinkLine line;

  private LinkOutline(LinkLine line) {
    this.line = line;
  }

  static LinkOutline to(@Nullable String label) {
    String target = label == null ? null : Words.requireLabel(label);
    return new LinkOutline(new LinkLine(target, List.of(), false, List.of()));
  }

  /** The link may have other attributes ({@code . ...}). */
  public LinkOutline withMoreAttributes() {
    return new LinkOutline(new LinkLine(line.target(), line.attributes(), true, line.comments()));
  }

  LinkLine line() {
    return line;
  }

  @Override
  LinkOutline with(List<AttributeLine> attributes) {
    return new LinkOutline(
        new LinkLine(line.target(), attributes, line.moreAttributes(), line.comments()));
  }

  @Override
  List<AttributeLine> attributeLines() {
    return line.attributes();
  }
}
