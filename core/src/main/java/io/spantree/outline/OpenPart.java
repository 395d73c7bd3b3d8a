package io.spantree.outline;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of a span of which an outline describes only some, written {@code ... attributes}. */
public enum OpenPart {
  ATTRIBUTES,
  EVENTS,
  LINKS,
  CHILDREN;

  /** The part of that word; null when it is none. */
  static @Nullable OpenPart of(String word) {
    for (OpenPart part : values()) {
      if (part.word().equals(word)) {
        return part;
      }
    }
    return null;
  }

  /** The word in the notation. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
