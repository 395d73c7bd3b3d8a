package io.spantree.golden.review;

import java.util.Collection;
import java.util.function.Consumer;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Steps {
  /** Tells nobody. */
  Steps UNSEEN = (done, all, what) -> {};

  /** So many of all are done; {@code what} says it in the plural, such as {@code goldens read}. */
  void taken(int done, int all, String what);

  /** Does the work on each, and tells of each one that is done. */
  default <T> void each(Collection<T> all, String what, Consumer<? super T> work) {
    int done = 0;
    for (T each : all) {
      work.accept(each);
      taken(++done, all.size(), what);
    }
  }
}
