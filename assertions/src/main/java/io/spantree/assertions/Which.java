package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import io.spantree.report.StepText;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which other span a step is about: one of a name, or one that meets conditions. */
final class Which {
  private final @Nullable String name;
  private final SpanConditions conditions;

  private Which(@Nullable String name, SpanConditions conditions) {
    this.name = name;
    this.conditions = conditions;
  }

  static Which named(String name, String parameter) {
    return new Which(requireNonNull(name, parameter), SpanConditions.none());
  }

  static Which like(String step, Consumer<SpanConditions> lambda) {
    return new Which(null, SpanConditions.of(step, lambda));
  }

  @Nullable
  String name() {
    return name;
  }

  boolean accepts(SpanNode span, Surroundings around) {
    return name != null
        ? span.name().equals(name)
        : conditions.mismatch(span, around).isEmpty();
  }

  /** A step that asks for such a span, and so forbids what that must not have. */
  SpanCondition step(String description, SpanCondition.Mismatch mismatch) {
    return new SpanCondition(description, mismatch, false, conditions.forbids());
  }

  String words() {
    return name != null ? StepText.name(name) : StepText.like("a span", conditions.descriptions());
  }

  Term term() {
    return name != null ? Term.of(Notation.name(name)) : Term.words(words());
  }

  /** Why no such span is found at all, as far as a name tells. */
  List<Finding> unknown(Surroundings around) {
    return name == null ? List.of() : around.missing(name);
  }

  /** Why a span does not meet the conditions; a name needs no further reason. */
  List<Finding> reasons(SpanNode span, Surroundings around) {
    return conditions.mismatch(span, around);
  }
}
