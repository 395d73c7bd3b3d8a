package io.spantree.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.AttributeValue;
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
}
