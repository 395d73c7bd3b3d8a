package io.spantree.assertions;

import io.spantree.model.Finding;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been asked of a span so far, and why candidates fell out.
 *
 * @param description the request in words
 * @param fallen the reasons, in the order in which the candidates fell out
 */
record Selection(String description, List<Finding> fallen) {

  Selection {
    fallen = List.copyOf(fallen);
  }

  static Selection of(String name) {
    return new Selection("a span " + Notation.name(name), List.of());
  }

  Selection and(String step, List<Finding> reasons) {
    List<Finding> all = new ArrayList<>(fallen);
    all.addAll(reasons);
    return new Selection(description + ", " + step, all);
  }
}
