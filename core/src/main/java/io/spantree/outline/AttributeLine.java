package io.spantree.outline;

import java.util.List;

/** An expected attribute, with the comments above it. */
public record AttributeLine(String key, ValuePattern value, List<String> comments) {

  public AttributeLine {
    comments = List.copyOf(comments);
  }
}
