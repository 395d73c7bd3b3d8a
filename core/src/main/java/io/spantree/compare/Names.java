package io.spantree.compare;

import io.spantree.model.SpanNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The literal names of all lines, by which siblings find each other without a map of their own. */
final class Names {
  private final Map<String, Name> byText = new HashMap<>();
  private int rounds;

  Name add(String text) {
    Name name = byText.get(text);
    if (name == null) {
      name = new Name();
      byText.put(text, name);
    }
    return name;
  }

  /** Null when no line has the span's name literally. */
  @Nullable
  Name of(SpanNode span) {
    return byText.get(span.name());
  }

  /** Forgets the lines that names were met at. */
  int newRound() {
    return ++rounds;
  }

  /** A name, and the line that it was met at last among some siblings. */
  static final class Name {
    private int round;
    private int position;

    /** False when it was met in this round before. */
    boolean meet(int inRound, int atPosition) {
      if (round == inRound) {
        return false;
      }
      round = inRound;
      position = atPosition;
      return true;
    }

    boolean isMet(int inRound) {
      return round == inRound;
    }

    /** The position of the line that it was met at last. */
    int position() {
      return position;
    }
  }
}
