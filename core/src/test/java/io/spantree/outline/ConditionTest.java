package io.spantree.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spantree.model.AttributeValue;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
  private static ValuePattern.Matcher matcher(String notation) {
    SpanLine line =
        Outline.parse("span a\n k = " + notation).traces().get(0).spans().get(0);
    return (ValuePattern.Matcher) line.attributes().get(0).value();
  }

  private static AttributeValue value(String notation) {
    SpanLine line =
        Outline.parse("span a\n k = " + notation).traces().get(0).spans().get(0);
    return ((ValuePattern.Literal) line.attributes().get(0).value()).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<any>|null",
        "<string>|\"\"",
        "<long>|1",
        "<double>|NaN",
        "<bool>|false",
        "<uuid>|\"123e4567-e89b-12d3-a456-426614174000\"",
        "<uuid>|\"123E4567-E89B-12D3-A456-426614174000\"",
        "<hex 4>|\"00fF\"",
        "<hex 0>|\"\"",
        "<timestamp>|\"2026-11-23T10:00:00Z\"",
        "<timestamp>|\"2026-11-23T10:00:00.123+05:30\"",
        "<timestamp>|1763892000",
        "<timestamp>|1763892000000",
        "<timestamp>|1763892000000000",
        "<timestamp>|1763892000000000000",
        "<range 0..9>|0",
        "<range 0..9>|9",
        "<range 0..9>|4.5",
        "<range 0..>|-0.0",
        "<range ..5>|-9223372036854775808",
        "<range 0.5..1>|1",
        "<range 9007199254740993..>|9007199254740993",
        "<oneof \"a\" 1>|1",
        "</a.b/>|\"a\\nb\"",
        "</a\\/b/>|\"a/b\""
      })
  void accepts(String matcher, String value) {
    assertThat(matcher(matcher).accepts(value(value))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<absent>|null",
        "<string>|1",
        "<long>|1.0",
        "<double>|1",
        "<bool>|\"true\"",
        "<uuid>|\"123e4567-e89b-12d3-a456-42661417400\"",
        "<uuid>|\"123e4567-e89b-12d3-a456-42661417400g\"",
        "<uuid>|\"123e4567-e89b-12d3-a456-42661417400\u0663\"",
        "<uuid>|\"123e4567ae89b-12d3-a456-426614174000\"",
        "<hex 4>|\"0fF\"",
        "<hex 1>|\"g\"",
        "<hex 1>|\"\u0663\"",
        "<hex 1>|1",
        "<timestamp>|\"2026-11-23\"",
        "<timestamp>|\"2026-99-23T10:00:00Z\"",
        "<timestamp>|\"2026-11-23T10:00:00Z!\"",
        "<timestamp>|4200",
        "<timestamp>|true",
        "<range 0..9>|-1",
        "<range 0..9>|10",
        "<range 0..9>|NaN",
        "<range 0..9>|\"5\"",
        "<oneof \"a\" 1>|1.0",
        "</a.b/>|\"xa-b\"",
        "</1/>|1"
      })
  void refuses(String matcher, String value) {
    assertThat(matcher(matcher).accepts(value(value))).isFalse();
  }

  @Test
  void a_regular_expression_that_needs_too_deep_a_stack_is_named() {
    assertThatThrownBy(() -> matcher("</(a|b)*/>").accepts(AttributeValue.of("ab".repeat(50_000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the regular expression /(a|b)*/ needs too deep a stack for a text of 100000"
            + " characters; write it without a repeated group, such as (a|b)*");
  }

  @Test
  void an_infinite_bound_is_refused_for_the_notation_has_none() {
    for (double bound : List.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN)) {
      for (ThrowingCallable call : List.<ThrowingCallable>of(
          () -> Matchers.atLeast(bound),
          () -> Matchers.atMost(bound),
          () -> Matchers.between(bound, 1.0),
          () -> Matchers.between(1.0, bound))) {
        assertThatThrownBy(call)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                bound + " is no bound; atLeast and atMost leave the other side without one");
      }
    }
  }
}
