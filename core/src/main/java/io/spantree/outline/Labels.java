package io.spantree.outline;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The labels of one outline, checked when all lines have been read: a link may stand first. */
final class Labels {
  private final Set<String> defined = new HashSet<>();
  private final Map<String, Supplier<OutlineSyntaxException>> used = new LinkedHashMap<>();

  /** False when a span has the label already. */
  boolean define(String label) {
    return defined.add(label);
  }

  void use(String label, Supplier<OutlineSyntaxException> ifUndefined) {
    used.putIfAbsent(label, ifUndefined);
  }

  void check() {
    used.forEach((label, ifUndefined) -> {
      if (!defined.contains(label)) {
        throw ifUndefined.get();
      }
    });
  }

  /** The same for an outline that was not read. */
  static void check(Outline outline) {
    Labels labels = new Labels();
    for (TraceOutline trace : outline.traces()) {
      for (SpanLine line : trace.spans()) {
        if (line.label() != null && !labels.define(line.label())) {
          throw new IllegalArgumentException("the label &" + line.label() + " stands twice");
        }
      }
    }
    for (TraceOutline trace : outline.traces()) {
      for (SpanLine line : trace.spans()) {
        line.links().forEach(labels::requireTarget);
      }
    }
  }

  private void requireTarget(LinkLine link) {
    if (link.target() != null && !defined.contains(link.target())) {
      throw new IllegalArgumentException("no span has the label &" + link.target());
    }
  }
}
