package io.spantree.outline;

import io.opentelemetry.api.common.AttributeKey;
import io.spantree.model.AttributeValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of an outline built in code that has attributes; every method returns a new one.
 *
 * @param <S> the part itself
 */
abstract class WithAttributes<S> {
  /** The same part with other attributes, which are sorted by key. */
  abstract S with(List<AttributeLine> attributes);

  abstract List<AttributeLine> attributeLines();

  public S withAttr(String key, String value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public S withAttr(String key, long value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public S withAttr(String key, double value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public S withAttr(String key, boolean value) {
    return withAttr(key, AttributeValue.of(value));
  }

  public <T> S withAttr(AttributeKey<T> key, T value) {
    return withAttr(key.getKey(), AttributeValue.of(key, value));
  }

  /** A value of any type, arrays, maps and bytes included. */
  public S withAttr(String key, AttributeValue value) {
    return withAttr(key, new ValuePattern.Literal(value));
  }

  /** A value that a matcher accepts, such as {@code uuid().labelled("customer")}. */
  public S withAttr(String key, ValuePattern value) {
    List<AttributeLine> attributes = new ArrayList<>(attributeLines());
    attributes.removeIf(line -> line.key().equals(key));
    attributes.add(new AttributeLine(key, value, List.of()));
    attributes.sort(Comparator.comparing(AttributeLine::key));
    return with(attributes);
  }

  /** The attribute must not be there. */
  public S withoutAttr(String key) {
    return withAttr(key, Matchers.absent());
  }
}
