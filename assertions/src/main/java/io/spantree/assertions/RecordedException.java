package io.spantree.assertions;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.EventData;
import io.spantree.compare.AttributeMatch;
import io.spantree.compare.SpanMatch;
import io.spantree.model.AttributeValue;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.ValuePattern;
import io.spantree.report.StepText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exception as a span records it: as an event that bears its type and message as text.
 *
 * <p>An anonymous class has no name that OpenTelemetry would record as the type; the stack trace
 * names it. It counts as the class that it extends.
 *
 * @param type its class
 * @param message its message; null when any will do
 */
record RecordedException(
    Class<? extends Throwable> type, @Nullable String message) {
  private static final String EVENT = "exception";
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> TRACE = AttributeKey.stringKey("exception.stacktrace");

  static RecordedException of(Throwable thrown) {
    return new RecordedException(thrown.getClass(), thrown.getMessage());
  }

  SpanCondition condition() {
    return SpanCondition.some(StepText.exception(type, message), (span, around) -> mismatch(span));
  }

  /** Why no event of the span is this exception; empty when one is. */
  List<Finding> mismatch(SpanNode span) {
    for (EventData event : span.data().getEvents()) {
      if (event.getName().equals(EVENT) && isThis(event.getAttributes())) {
        return List.of();
      }
    }
    return SpanMatch.event(EVENT, List.of(new AttributeMatch(lines(), true)), span);
  }

  private List<AttributeLine> lines() {
    List<AttributeLine> lines = new ArrayList<>();
    if (message != null) {
      lines.add(line(MESSAGE, message));
    }
    lines.add(line(TYPE, Objects.requireNonNullElse(type.getCanonicalName(), type.getName())));
    return lines;
  }

  private static AttributeLine line(AttributeKey<String> key, String text) {
    return new AttributeLine(
        key.getKey(), new ValuePattern.Literal(AttributeValue.of(text)), List.of());
  }

  private boolean isThis(Attributes event) {
    String named = event.get(TYPE);
    boolean sameType = named == null
        ? isUnnamed(Objects.requireNonNullElse(event.get(TRACE), ""))
        : named.equals(type.getName()) || named.equals(type.getCanonicalName());
    return sameType && (message == null || message.equals(event.get(MESSAGE)));
  }

  /** Whether the stack trace is of this class, or of an anonymous one that extends it. */
  private boolean isUnnamed(String stackTrace) {
    int end = 0;
    while (end < stackTrace.length()
        && (stackTrace.charAt(end) == '.'
            || Character.isJavaIdentifierPart(stackTrace.charAt(end)))) {
      end++;
    }
    String binaryName = stackTrace.substring(0, end);
    return binaryName.equals(type.getName()) || type == anonymousBase(binaryName);
  }

  private static @Nullable Class<?> anonymousBase(String binaryName) {
    try {
      Class<?> at =
          Class.forName(binaryName, false, Thread.currentThread().getContextClassLoader());
      while (at.isAnonymousClass()) {
        at = at.getSuperclass();
      }
      return at;
    } catch (ClassNotFoundException | LinkageError e) {
      return null; // it was thrown by code that this thread does not see
    }
  }
}
