package io.spantree.assertions;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Value;
import io.spantree.model.AttributeValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Steps on the attributes of a span or of an event: a value is compared with its type, so that
 * {@code 4200} is not {@code "4200"}.
 *
 * @param <SELF> what a step returns
 */
public sealed interface AttributeSteps<SELF> permits SpanSteps, EventConditions {

  /** What every step on attributes comes down to. */
  SELF attributes(AttributeCondition condition);

  default SELF withAttr(String key, String value) {
    String text = AttributeValues.notNull(key, value);
    return attributes(
        AttributeCondition.equal(key, AttributeValues.literal(AttributeValue.of(text))));
  }

  default SELF withAttr(String key, long value) {
    return attributes(
        AttributeCondition.equal(key, AttributeValues.literal(AttributeValue.of(value))));
  }

  default SELF withAttr(String key, double value) {
    return attributes(
        AttributeCondition.equal(key, AttributeValues.literal(AttributeValue.of(value))));
  }

  default SELF withAttr(String key, boolean value) {
    return attributes(
        AttributeCondition.equal(key, AttributeValues.literal(AttributeValue.of(value))));
  }

  /**
   * An array of these elements, in this order; {@code Integer} stands for {@code Long}.
   *
   * @throws IllegalArgumentException when an element is of a type that no attribute holds
   */
  default SELF withAttr(String key, List<?> values) {
    return attributes(AttributeCondition.equal(key, AttributeValues.list(key, values)));
  }

  /** A complex value; one that a simple attribute can express equals the simple one. */
  default SELF withAttr(String key, Value<?> value) {
    return attributes(AttributeCondition.equal(key, AttributeValues.literal(key, value)));
  }

  default <T> SELF withAttr(AttributeKey<T> key, T value) {
    return attributes(AttributeCondition.equal(key.getKey(), AttributeValues.literal(key, value)));
  }

  /** Takes the {@code int} that a {@code Long} would refuse. */
  default SELF withAttr(AttributeKey<Long> key, long value) {
    return withAttr(key.getKey(), value);
  }

  /** Takes the {@code int} that a {@code Double} would refuse. */
  default SELF withAttr(AttributeKey<Double> key, double value) {
    return withAttr(key.getKey(), value);
  }

  /** The attribute is there, whatever its value. */
  default SELF withAttr(String key) {
    return attributes(AttributeCondition.present(key));
  }

  /** The attribute is there with the type of the key, whatever its value. */
  default SELF withAttr(AttributeKey<?> key) {
    return attributes(AttributeCondition.present(key));
  }

  /**
   * The attribute is there and the predicate holds of its value.
   *
   * @param whatItMustBe in words, for the failure: {@code "a positive number"}
   * @param predicate is given a String, Long, Double, Boolean, a List of these, or a {@link Value};
   *     a cast to another type fails the assertion
   */
  default SELF withAttrSatisfying(String key, String whatItMustBe, Predicate<Object> predicate) {
    return attributes(
        AttributeCondition.equal(key, AttributeValues.satisfying(key, whatItMustBe, predicate)));
  }

  /** The attribute is there with the type of the key and the predicate holds of its value. */
  default <T> SELF withAttrSatisfying(
      AttributeKey<T> key, String whatItMustBe, Predicate<T> predicate) {
    return attributes(AttributeCondition.equal(
        key.getKey(), AttributeValues.satisfying(key, whatItMustBe, predicate)));
  }

  /** The attribute is not there; holds for every span that is left. */
  default SELF withoutAttr(String key) {
    return attributes(AttributeCondition.absent(key));
  }

  /** The attribute is not there, with whatever type; holds for every span that is left. */
  default SELF withoutAttr(AttributeKey<?> key) {
    return withoutAttr(key.getKey());
  }

  /** These attributes are there and no others; holds for every span that is left. */
  default SELF withOnlyAttrs(String... keys) {
    return attributes(AttributeCondition.only(Arrays.asList(keys)));
  }

  /** These attributes are there and no others; holds for every span that is left. */
  default SELF withOnlyAttrs(AttributeKey<?> key, AttributeKey<?>... more) {
    return attributes(AttributeCondition.only(Stream.concat(Stream.of(key), Arrays.stream(more))
        .<String>map(AttributeKey::getKey)
        .toList()));
  }
}
