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
}
