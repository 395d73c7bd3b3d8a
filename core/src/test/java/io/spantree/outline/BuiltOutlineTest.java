package io.spantree.outline;

import static io.spantree.outline.Outline.event;
import static io.spantree.outline.Outline.externalLink;
import static io.spantree.outline.Outline.linkTo;
import static io.spantree.outline.Outline.span;
import static io.spantree.outline.Outline.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.AttributeValue;
import io.spantree.outline.ValuePattern.Matcher;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An outline that was built in code is the one that the parser reads. */
class BuiltOutlineTest {
  @Test
  void an_outline_built_in_code_equals_the_parsed_one() {
    builds(300, 1);
  }

  @Test
  @Tag("proof")
  void an_outline_built_in_code_equals_the_parsed_one_a_hundred_thousand_times() {
    builds(100_000, 2);
  }

  private static void builds(int count, long seed) {
    RandomOutlines outlines = new RandomOutlines(seed, 6);
    for (int i = 0; i < count; i++) {
      Outline parsed =
          OutlineInCode.withoutOtherComments(Outline.parse(outlines.next().print()));

      Outline built = OutlineInCode.of(parsed);

      assertThat(built).as(parsed.print()).isEqualTo(parsed);
      assertThat(built.print()).isEqualTo(parsed.print());
    }
  }

  @Test
  void all_of_the_notation_can_be_built() {
    Outline built = Outline.ofTraces(
            trace(
                "http",
                span("POST /redeem")
                    .withKind(SpanKind.SERVER)
                    .withStatus(StatusCode.ERROR, Matchers.matching("timeout.*"))
                    .root()
                    .withRemoteParent()
                    .withComment("the client retries")
                    .withAttr("id", Matchers.uuid().labelled("id"))
                    .withoutAttr("error.type")
                    .withEvent(event("exception").withAttr("type", "E").withMoreAttributes())
                    .withMore(OpenPart.ATTRIBUTES)
                    .child(span(Matchers.any()).times(0, Multiplicity.UNBOUNDED))
                    .child(span("publish").labelled("m").withState(SpanState.OPEN))),
            trace(
                    "consumer",
                    span("process")
                        .ordered()
                        .withLink(linkTo("m").withAttr("batch.index", 0))
                        .withLink(externalLink()))
                .times(1, 3))
        .withMoreTraces();

    assertThat(built.print()).isEqualTo("""
        trace http
        # the client retries
        span "POST /redeem" SERVER ERROR </timeout.*/> root parent=<remote>
            error.type = <absent>
            id = <uuid#id>
            event exception
              . type = "E"
              . ...
            ... attributes
        span > <any> x0..
        span > publish &m open
        trace consumer x1..3
        span process ordered
            link *m
              . batch.index = 0
            link <external>
        ... traces
        """);
    assertThat(Outline.parse(built.print())).isEqualTo(built);
  }

  @Test
  void every_matcher_can_be_built() {
    List<Matcher> matchers = List.of(
        Matchers.any(),
        Matchers.absent(),
        Matchers.anyString(),
        Matchers.anyLong(),
        Matchers.anyDouble(),
        Matchers.anyBoolean(),
        Matchers.uuid(),
        Matchers.hex(16),
        Matchers.timestamp(),
        Matchers.between(0, 9),
        Matchers.between(0.5, 0.9),
        Matchers.atLeast(5),
        Matchers.atMost(5),
        Matchers.atLeast(0.5),
        Matchers.atMost(0.5),
        Matchers.oneOf("a", "b"),
        Matchers.oneOf(List.of(AttributeValue.of(1), AttributeValue.of(true))),
        Matchers.matching("a/b"));

    assertThat(matchers)
        .extracting(Matcher::notation)
        .containsExactly(
            "<any>",
            "<absent>",
            "<string>",
            "<long>",
            "<double>",
            "<bool>",
            "<uuid>",
            "<hex 16>",
            "<timestamp>",
            "<range 0..9>",
            "<range 0.5..0.9>",
            "<range 5..>",
            "<range ..5>",
            "<range 0.5..>",
            "<range ..0.5>",
            "<oneof \"a\" \"b\">",
            "<oneof 1 true>",
            "</a\\/b/>")
        .allSatisfy(notation ->
            assertThat(ValuePattern.parse(notation, "here").notation()).isEqualTo(notation));
  }

  @Test
  void what_the_parser_would_refuse_cannot_be_built() {
    assertThatThrownBy(() -> Outline.of(span("a").withLinkTo("nowhere")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere");
    assertThatThrownBy(() -> Outline.of(span("a").labelled("x"), span("b").labelled("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
    assertThatThrownBy(() -> span("a").labelled("two words"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two words");
    assertThatThrownBy(() -> Matchers.between(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matchers.uuid().labelled("two words"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> span("a").times(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> span("a").times(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matchers.hex(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_no_span_could_meet_is_refused_in_the_words_of_the_parser() {
    refused(() -> span("a").child(span("b").root()), "span a\nspan > b root");
    refused(
        () -> span("a").child(span("b").child(span("c").withRemoteParent())),
        "span a\nspan > b\nspan >> c parent=<remote>");
    refused(() -> span("a").child(span("b").withState(SpanState.LOST)), "span a\nspan > b lost");
    refused(
        () -> span("a").withState(SpanState.ORPHAN).withState(SpanState.CYCLE),
        "span a orphan cycle");
    refused(() -> span("a").labelled("1").times(0), "span a x0 &1");
    refused(() -> span(Matchers.anyLong()), "span <long>");
    refused(() -> event(Matchers.absent()), "span a\n event <absent>");
    refused(
        () -> span("a").withStatus(StatusCode.ERROR, Matchers.atLeast(1)),
        "span a ERROR <range 1..>");
    refused(() -> Matchers.array(Matchers.absent()), "span a\n k = [<absent>]");
    refused(() -> Matchers.absent().labelled("x"), "span a\n k = <absent#x>");
  }

  private static void refused(Supplier<?> built, String parsed) {
    OutlineSyntaxException syntax =
        catchThrowableOfType(OutlineSyntaxException.class, () -> Outline.parse(parsed, "here"));
    String problem = syntax.getMessage().split("\n")[0].replaceFirst("here:\\d+:\\d+: ", "");
    assertThatThrownBy(built::get)
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .endsWith(problem);
  }

  @Test
  void an_outline_is_not_changed_by_what_is_built_upon_it() {
    SpanOutline plain = span("a");

    SpanOutline more = plain.withAttr("k", 1).withKind(SpanKind.CLIENT).child(span("b"));

    assertThat(plain.print()).isEqualTo("span a\n");
    assertThat(more.print()).isEqualTo("span a CLIENT\n    k = 1\nspan > b\n");
  }
}
