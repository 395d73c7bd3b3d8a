package io.spantree.golden.review;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Sets of findings, of which two may be equal and yet be about two spans. */
final class Sets {
  private Sets() {}

  static <T> Set<T> identity(Collection<T> elements) {
    Set<T> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(elements);
    return set;
  }
}
