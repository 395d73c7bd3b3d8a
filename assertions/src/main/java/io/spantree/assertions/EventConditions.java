package io.spantree.assertions;

import io.spantree.compare.AttributeMatch;
import io.spantree.report.AssertionText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What one event must be: collects the steps of a lambda, all of which must hold of one event. */
public final class EventConditions implements AttributeSteps<EventConditions> {
  private final List<AttributeCondition> conditions = new ArrayList<>();

  private EventConditions() {}

  static EventConditions of(String step, Consumer<EventConditions> lambda) {
    EventConditions event = new EventConditions();
    lambda.accept(event);
    if (event.conditions.isEmpty()) {
      throw new AssertionError(AssertionText.assertsNothing(step));
    }
    return event;
  }

  @Override
  public EventConditions attributes(AttributeCondition condition) {
    conditions.add(condition);
    return this;
  }

  List<String> descriptions() {
    return conditions.stream().map(AttributeCondition::description).toList();
  }

  List<AttributeMatch> matches() {
    return conditions.stream().map(AttributeCondition::match).toList();
  }
}
