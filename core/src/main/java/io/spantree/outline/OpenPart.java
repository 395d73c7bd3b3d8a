package io.spantree.outline;

import java.util.Locale;

/** The part of a span of which an outline describes only some, written {@code ... attributes}. */
public enum OpenPart {
  ATTRIBUTES,
  EVENTS,
  LINKS,
  CHILDREN;

  /** The word in the notation. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
