package io.spantree.compare;

import io.spantree.model.AttributeValue;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import io.spantree.outline.ValuePattern;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Receives the differences between an expected and a recorded span: to count or to keep them. */
interface Differences {

  void add(FindingKind kind, Part part, Side expected, Side actual);

  /** Notes that not all pairs of events or links were tried, so that fewer may differ. */
  default void giveUp() {}

  /** One side of a difference, made into text only when somebody keeps it. */
  interface Side extends Supplier<@Nullable Term> {
    /** Nothing on this side. */
    Side NOTHING = () -> null;

    static Side of(String notation) {
      return () -> Term.of(notation);
    }

    static Side of(ValuePattern pattern) {
      if (pattern instanceof ValuePattern.Described) {
        return () -> Term.words(pattern.notation());
      }
      boolean literal = pattern instanceof ValuePattern.Literal; // a matcher says its type itself
      return () -> new Term(pattern.notation(), literal ? pattern.type() : null);
    }

    static Side of(AttributeValue value) {
      return () -> new Term(Notation.value(value), value.type().word());
    }
  }

  /** Counts differences, to find out which two spans resemble each other most. */
  final class Counter implements Differences {
    private int count;

    @Override
    public void add(FindingKind kind, Part part, Side expected, Side actual) {
      count++;
    }

    int count() {
      return count;
    }
  }
}
