package io.spantree.report;

import io.spantree.outline.Notation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the assertions on a whole trace say, and what they refuse. */
public final class AssertionText {
  private static final int MOST_NAMES = 5;

  private AssertionText() {}

  public static String traceWithRoot(String name) {
    return "Expected one trace with the root " + StepText.name(name);
  }

  public static String noSpan(String name, List<String> steps) {
    String like = steps.isEmpty() ? "" : ", " + String.join(", ", steps);
    return "Expected no span " + StepText.name(name) + like;
  }

  public static String whenSpan(String name, List<String> steps) {
    return StepText.span(name)
        + (steps.isEmpty() ? "" : ", " + String.join(", ", steps))
        + ", without which the rule says nothing";
  }

  /** A span of that name, with what more is asked of it. */
  public static String spanLike(String name, List<String> steps) {
    String span = "a span " + StepText.name(name);
    return steps.isEmpty() ? span : StepText.like(span, steps);
  }

  public static String thenNoSpan(String when, String then) {
    return then + " in a trace with " + when;
  }

  public static String allSpans(List<String> steps) {
    return "Expected all spans to be " + String.join(", ", steps);
  }

  public static String noErrors() {
    return "Expected no span to have failed";
  }

  public static String failedWith(Class<?> type, @Nullable String message) {
    String text = message == null ? "" : " " + Clip.value(Notation.string(message));
    return "Expected the trace to have failed with " + type.getName() + text;
  }

  public static String spanCount(int count) {
    return "Expected " + Wording.count(count, "span");
  }

  public static String spanCountAtMost(int count) {
    return "Expected at most " + Wording.count(count, "span");
  }

  public static String atMost(int count) {
    return "at most " + count;
  }

  public static String atLeast(int count) {
    return "at least " + count;
  }

  /** How many spans there are, and of which names the most. */
  public static String counted(int count, Map<String, Integer> byName) {
    String names = byName.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_NAMES)
        .map(entry -> StepText.name(entry.getKey()) + " x" + entry.getValue())
        .collect(Collectors.joining(", "));
    return count
        + (names.isEmpty() ? "" : ": " + names)
        + (byName.size() > MOST_NAMES ? ", …" : "");
  }

  public static String noError() {
    return "no ERROR";
  }

  public static String noChildLike(String which) {
    return "child like " + which;
  }

  /** An empty list has no type of its own. */
  public static String emptyList() {
    return "[]";
  }

  public static String atRest() {
    return "at rest";
  }

  /** Why what is forbidden may still come: a span was open, or its thread went on to others. */
  public static String stillAtWork(boolean open, Duration wait) {
    return "still " + (open ? "open" : "followed by others") + " after " + Wording.duration(wait);
  }

  public static String notShape(boolean exact) {
    return exact ? "Trace differs from the exact shape" : "Trace does not have the shape";
  }

  public static String shapeOfNothing() {
    return "The shape describes no span, so every recording would have it;"
        + " to require that nothing was recorded, use hasExactShape(\"\")";
  }

  public static String shapeOfAll() {
    return "The shape allows any number of each span and asks nothing of them, so every recording"
        + " would have it; leave out the count x0.. of a span that must be there,"
        + " or write x0 for one that must not";
  }

  public static String shapeOfAnything() {
    return "The shape describes no span and allows any trace, so every recording would have it";
  }

  /** Refuses a lambda that would hold of any span or event. */
  public static String assertsNothing(String step) {
    return "The lambda given to " + step + " asserts nothing, so anything would do;"
        + " call a step in it, such as withAttr";
  }

  public static String neverHolds(String step) {
    return step
        + " can never hold after hasSpan, which requires a span; hasNoSpan(name) forbids it";
  }

  public static String alwaysHolds(String step) {
    return step + " holds of every trace, so it asserts nothing";
  }

  public static String negativeCount(int count) {
    return "no recording has " + count + " spans";
  }

  public static String noNames() {
    return "withChildren() names no child; withoutChildren() says that there is none";
  }

  public static String nullAttribute(String key) {
    return "the value of " + key + "; an attribute is never null";
  }

  public static String noAttribute(String key, Class<?> type) {
    return "the value of " + key + " holds a " + type.getName()
        + ", which no attribute does; a string, long, double, boolean or Value does";
  }

  public static String wrongCast(String key, String words, Object value) {
    return "The predicate on " + key + " (" + words + ") cannot take the value "
        + Clip.words(String.valueOf(value)) + ", a " + value.getClass().getName()
        + ": it casts to another type. Cast to that one, or ask instanceof first.";
  }

  public static String noSequence(String name) {
    return StepText.name(name) + " has no recorded order: only spans recorded by @TraceTest or"
        + " SpanCapture know which began first; times are no order";
  }

  public static List<String> nothingRecorded() {
    return List.of(
        "No span was recorded. Does the code under test get its OpenTelemetry from this test:",
        "a parameter of the @TraceTest, or SpanCapture.openTelemetry()? Others are not recorded.");
  }

  /** With what is known of the reasons. */
  public static List<String> nothingRecorded(List<String> reasons) {
    List<String> lines = new ArrayList<>(List.of("No span was recorded. Likely reasons:"));
    reasons.forEach(reason -> lines.add("- " + reason));
    return lines;
  }
}
