package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.compare.SpanMatch;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanOutline;
import io.spantree.report.AssertionText;
import io.spantree.report.StepText;
import java.util.List;
import java.util.function.Consumer;

/**
 * What can be asked of a span, in a chain of steps behind {@code hasSpan} or in a lambda.
 *
 * @param <SELF> what a step returns
 */
public sealed interface SpanSteps<SELF> extends AttributeSteps<SELF>
    permits AbstractSpanAssert, SpanConditions {

  /** What every step comes down to. */
  SELF step(SpanCondition condition);

  @Override
  default SELF attributes(AttributeCondition condition) {
    return step(SpanCondition.of(condition));
  }

  default SELF withKind(SpanKind kind) {
    requireNonNull(kind, "kind");
    return step(SpanCondition.described(StepText.kind(kind), any().withKind(kind)));
  }

  default SELF withStatus(StatusCode code) {
    requireNonNull(code, "code");
    return step(SpanCondition.described(StepText.status(code), any().withStatus(code)));
  }

  default SELF withStatus(StatusCode code, String description) {
    requireNonNull(code, "code");
    requireNonNull(description, "description");
    return step(SpanCondition.described(
        StepText.status(code, description), any().withStatus(code, description)));
  }

  private static SpanOutline any() {
    return Outline.span("any");
  }

  default SELF withEvent(String name) {
    requireNonNull(name, "name");
    return step(SpanCondition.some(
        StepText.event(name), (span, around) -> SpanMatch.event(name, List.of(), span)));
  }

  /** One event of that name meets all steps of the lambda. */
  default SELF withEvent(String name, Consumer<EventConditions> event) {
    requireNonNull(name, "name");
    EventConditions wanted = EventConditions.of("withEvent", event);
    return step(SpanCondition.some(
        StepText.like(StepText.event(name), wanted.descriptions()),
        (span, around) -> SpanMatch.event(name, wanted.matches(), span)));
  }

  /** No event has that name; holds for every span that is left. */
  default SELF withoutEvent(String name) {
    requireNonNull(name, "name");
    return step(SpanCondition.every(
            StepText.withoutEvent(name), (span, around) -> SpanMatch.withoutEvent(name, span))
        .forbidding());
  }

  /** The span recorded an exception of that very class; an anonymous one counts as what it extends. */
  default SELF withException(Class<? extends Throwable> type) {
    requireNonNull(type, "type");
    return step(new RecordedException(type, null).condition());
  }

  default SELF withException(Class<? extends Throwable> type, String message) {
    requireNonNull(type, "type");
    return step(new RecordedException(type, requireNonNull(message, "message")).condition());
  }

  /** A link points to a span of that name, in whatever trace of the recording. */
  default SELF withLinkTo(String targetName) {
    return step(Relations.withLinkTo(Which.named(targetName, "targetName")));
  }

  default SELF withLinkTo(Consumer<SpanConditions> target) {
    return step(Relations.withLinkTo(Which.like("withLinkTo", target)));
  }

  /** The span hangs directly under a span of that name. */
  default SELF childOf(String parentName) {
    return step(Relations.childOf(Which.named(parentName, "parentName")));
  }

  default SELF childOf(Consumer<SpanConditions> parent) {
    return step(Relations.childOf(Which.like("childOf", parent)));
  }

  /** The span hangs under a span of that name, at whatever depth. */
  default SELF descendantOf(String ancestorName) {
    return step(Relations.descendantOf(Which.named(ancestorName, "ancestorName")));
  }

  default SELF descendantOf(Consumer<SpanConditions> ancestor) {
    return step(Relations.descendantOf(Which.like("descendantOf", ancestor)));
  }

  /** A span of that name hangs directly under the span. */
  default SELF withChild(String childName) {
    return step(Relations.withChild(Which.named(childName, "childName")));
  }

  default SELF withChild(Consumer<SpanConditions> child) {
    return step(Relations.withChild(Which.like("withChild", child)));
  }

  /**
   * These children, each as often as it is named, and no others; in whatever order.
   *
   * @throws IllegalArgumentException when no name is given
   */
  default SELF withChildren(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException(AssertionText.noNames());
    }
    return step(Relations.withChildren(List.of(names)));
  }

  /** No span hangs under it; holds for every span that is left. */
  default SELF withoutChildren() {
    return step(Relations.withoutChildren());
  }

  /** The span has no parent, not even a remote one; holds for every span that is left. */
  default SELF isRoot() {
    return step(Relations.isRoot());
  }

  /** The parent came from a carrier, such as a header; it may be recorded here all the same. */
  default SELF withRemoteParent() {
    return step(Relations.withRemoteParent());
  }

  /** The name of the instrumentation scope, which is that of the tracer. */
  default SELF withScope(String name) {
    requireNonNull(name, "name");
    return step(SpanCondition.some(
        StepText.scope(name), (span, around) -> SpanMatch.instrumentationScope(name, span)));
  }

  /**
   * The span began before every other span of that name.
   *
   * @throws IllegalStateException when the spans were not recorded by Spantree, which knows the order
   */
  default SELF startedBefore(String name) {
    return step(StartOrder.before(name));
  }

  /**
   * The span began after every other span of that name.
   *
   * @throws IllegalStateException when the spans were not recorded by Spantree, which knows the order
   */
  default SELF startedAfter(String name) {
    return step(StartOrder.after(name));
  }
}
