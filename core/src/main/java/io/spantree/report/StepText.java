package io.spantree.report;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.outline.Notation;
import io.spantree.outline.ValuePattern;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for each step of an assertion: joined by commas they say what was expected. */
public final class StepText {
  private static final int MOST_LISTED = 12;

  private StepText() {}

  public static String span(String name) {
    return "Expected a span " + name(name);
  }

  /** For a step that all spans must meet which are left. */
  public static String each(String step) {
    return "each " + step;
  }

  /** For steps that all describe one span or event: {@code a span (with kind CLIENT, …)}. */
  public static String like(String what, List<String> steps) {
    return what + " (" + String.join(", ", steps) + ")";
  }

  public static String kind(SpanKind kind) {
    return "with kind " + kind;
  }

  public static String status(StatusCode code) {
    return "with status " + code;
  }

  public static String status(StatusCode code, String description) {
    return "with status " + code + " " + string(description);
  }

  public static String attr(String key, ValuePattern value) {
    boolean words = value instanceof ValuePattern.Described;
    return "with " + key(key) + " = " + (words ? Clip.words(value.notation()) : clipped(value));
  }

  public static String attr(String key) {
    return "with " + key(key);
  }

  public static String withoutAttr(String key) {
    return "without " + key(key);
  }

  public static String onlyAttrs(Collection<String> keys) {
    return keys.isEmpty()
        ? "without attributes"
        : "with only " + listed(keys.stream().map(StepText::key).toList());
  }

  public static String event(String name) {
    return "with event " + name(name);
  }

  public static String withoutEvent(String name) {
    return "without event " + name(name);
  }

  public static String exception(Class<?> type, @Nullable String message) {
    return "with exception " + type.getName() + (message == null ? "" : " " + string(message));
  }

  public static String linkTo(String which) {
    return "with a link to " + which;
  }

  public static String childOf(String which) {
    return "child of " + which;
  }

  public static String descendantOf(String which) {
    return "descendant of " + which;
  }

  public static String child(String which) {
    return "with child " + which;
  }

  public static String children(Collection<String> names) {
    return "with exactly the children "
        + listed(names.stream().map(StepText::name).toList());
  }

  public static String withoutChildren() {
    return "without children";
  }

  public static String root() {
    return "a root span";
  }

  public static String remoteParent() {
    return "with a remote parent";
  }

  public static String scope(String name) {
    return "with instrumentation scope " + name(name);
  }

  /** When a span began: {@code before "SELECT stock"}. */
  public static String before(String name) {
    return "before " + name(name);
  }

  public static String after(String name) {
    return "after " + name(name);
  }

  public static String started(String when) {
    return "started " + when;
  }

  public static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }

  public static String atLeast(int count) {
    return "at least " + times(count);
  }

  public static String atMost(int count) {
    return "at most " + times(count);
  }

  public static String name(String name) {
    return Clip.name(Notation.name(name));
  }

  private static String key(String key) {
    return Clip.name(Notation.key(key));
  }

  private static String string(String text) {
    return Clip.value(Notation.string(text));
  }

  private static String clipped(ValuePattern value) {
    return Clip.value(value.notation());
  }

  private static String listed(List<String> words) {
    String more = words.size() > MOST_LISTED ? ", … (" + words.size() + " in all)" : "";
    return words.stream().limit(MOST_LISTED).collect(Collectors.joining(", ")) + more;
  }
}
