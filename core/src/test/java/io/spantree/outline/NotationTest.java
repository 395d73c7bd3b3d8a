package io.spantree.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {
  private static SpanLine span(String line) {
    return Outline.parse(line).traces().get(0).spans().get(0);
  }

  private static ValuePattern value(String notation) {
    return span("span a\n    k = " + notation).attributes().get(0).value();
  }

  private static AttributeValue literal(String notation) {
    return ((ValuePattern.Literal) value(notation)).value();
  }

  @Test
  void the_depth_is_the_number_of_arrows_and_indentation_says_nothing() {
    Outline outline = Outline.parse("   span a\nspan > b\n \tspan >> c\n    span > d\n");

    assertThat(outline.traces().get(0).spans())
        .extracting(SpanLine::depth)
        .containsExactly(0, 1, 2, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "POST", "/v1/orders/{id}", "a:b", "_x", "db.query-2"})
  void plain_names_stand_bare(String name) {
    assertThat(span("span " + name).name().literalText()).isEqualTo(name);
    assertThat(Notation.name(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "POST /orders", "OK", "ERROR", "CLIENT", "x3", "x1..", "ordered", "root", "orphan",
        "lost", "open", "duplicate", "cycle", "span", "event", "link", "trace", "3rd", "a#b",
            "a\"b",
        "100%", "%s", "a\nb", "नमस्ते", "🛒", "<any>", "a,b", "&1", "*1", "-", "a=b"
      })
  void names_that_could_be_mistaken_stand_in_quotes(String name) {
    assertThat(Notation.name(name)).startsWith("\"").endsWith("\"");
    assertThat(span("span " + Notation.name(name) + " CLIENT").name().literalText())
        .isEqualTo(name);
  }

  @Test
  void a_word_of_the_notation_right_behind_span_is_the_name() {
    SpanLine line = span("span OK OK");

    assertThat(line.name().literalText()).isEqualTo("OK");
    assertThat(line.status()).isEqualTo(new StatusPattern(StatusCode.OK, null));
  }

  @ParameterizedTest
  @CsvSource({
    "\\u0000, 'a\u0000b'",
    "\\u007f, 'a\u007fb'",
    "\\u202e, 'a\u202eb'",
    "\\u2066, 'a\u2066b'",
    "\\u200b, 'a\u200bb'",
    "\\ufeff, 'a\ufeffb'",
    "\\u00a0, 'a\u00a0b'",
    "\\u00ad, 'a\u00adb'",
    "\\u200d, 'a\u200db'",
    "\\u3000, 'a\u3000b'"
  })
  void characters_that_nobody_sees_are_escaped(String escape, String text) {
    assertThat(Notation.string(text)).isEqualTo("\"a" + escape + "b\"");
    assertThat(literal(Notation.string(text))).isEqualTo(AttributeValue.of(text));
  }

  @Test
  void half_a_surrogate_pair_is_escaped_and_a_whole_one_is_not() {
    assertThat(Notation.string("\ud83d")).isEqualTo("\"\\ud83d\"");
    assertThat(Notation.string("\uded2!")).isEqualTo("\"\\uded2!\"");
    assertThat(Notation.string("🛒")).isEqualTo("\"🛒\"");
    assertThat(Notation.string("\udb40\udc41")).isEqualTo("\"\\udb40\\udc41\""); // an invisible tag
  }

  @Test
  void the_joiners_of_scripts_and_emoji_stay() {
    assertThat(Notation.string("👩‍🚀 क्‍ष")).isEqualTo("\"👩‍🚀 क्‍ष\"");
  }

  @Test
  void modifiers_stand_behind_the_name_in_their_order() {
    SpanLine line =
        span("span a SERVER ERROR \"no stock\" root ordered x2..5 &first parent=<remote>"
            + " open duplicate");

    assertThat(line.kind()).isEqualTo(SpanKind.SERVER);
    assertThat(line.status())
        .isEqualTo(new StatusPattern(StatusCode.ERROR, ValuePattern.text("no stock")));
    assertThat(line.root()).isTrue();
    assertThat(line.ordered()).isTrue();
    assertThat(line.multiplicity()).isEqualTo(new Multiplicity(2, 5));
    assertThat(line.label()).isEqualTo("first");
    assertThat(line.remoteParent()).isTrue();
    assertThat(line.states()).containsExactlyInAnyOrder(SpanState.OPEN, SpanState.DUPLICATE);
  }

  @ParameterizedTest
  @EnumSource(SpanState.class)
  void every_state_can_be_written(SpanState state) {
    assertThat(span("span a " + state.word()).states()).containsExactly(state);
  }

  @Test
  void what_a_line_leaves_out_it_does_not_say() {
    SpanLine line = span("span a");

    assertThat(line.kind()).isNull();
    assertThat(line.status()).isNull();
    assertThat(line.label()).isNull();
    assertThat(line.multiplicity()).isEqualTo(Multiplicity.ONCE);
    assertThat(line.root() || line.ordered() || line.remoteParent()).isFalse();
    assertThat(line.states()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x0,0,0", "x3,3,3", "x0..1,0,1", "x2..5,2,5", "x1..,1,2147483647", "x0..,0,2147483647"
  })
  void a_multiplicity_is_a_count_or_a_range_of_counts(String notation, int least, int most) {
    Multiplicity multiplicity = span("span a " + notation).multiplicity();

    assertThat(multiplicity).isEqualTo(new Multiplicity(least, most));
    assertThat(multiplicity.notation()).isEqualTo(notation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"})
  void every_kind_can_be_written(String kind) {
    assertThat(span("span a " + kind).kind()).isEqualTo(SpanKind.valueOf(kind));
  }

  @Test
  void values_say_their_type_by_their_form() {
    assertThat(literal("\"a\\\"b\\\\\\/\\n\\r\\t\\b\\f\\u00e9\""))
        .isEqualTo(AttributeValue.of("a\"b\\/\n\r\t\b\fé"));
    assertThat(literal("4200")).isEqualTo(AttributeValue.of(4200));
    assertThat(literal("-1")).isEqualTo(AttributeValue.of(-1));
    assertThat(literal("4200.0")).isEqualTo(AttributeValue.of(4200.0));
    assertThat(literal("1.0E-5")).isEqualTo(AttributeValue.of(0.00001));
    assertThat(literal("1e3")).isEqualTo(AttributeValue.of(1000.0));
    assertThat(literal("-0.0")).isEqualTo(AttributeValue.of(-0.0));
    assertThat(literal("NaN")).isEqualTo(AttributeValue.of(Double.NaN));
    assertThat(literal("Infinity")).isEqualTo(AttributeValue.of(Double.POSITIVE_INFINITY));
    assertThat(literal("-Infinity")).isEqualTo(AttributeValue.of(Double.NEGATIVE_INFINITY));
    assertThat(literal("true")).isEqualTo(AttributeValue.of(true));
    assertThat(literal("false")).isEqualTo(AttributeValue.of(false));
    assertThat(literal("null")).isEqualTo(new AttributeValue(ValueType.EMPTY, ""));
    assertThat(literal("base64\"AAH/\"")).isEqualTo(AttributeValue.of(new byte[] {0, 1, -1}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"string[]", "bool[]", "long[]", "double[]", "array"})
  void an_empty_array_says_its_type(String type) {
    AttributeValue array = literal("[] : " + type);

    assertThat(array.type().word()).isEqualTo(type);
    assertThat(Notation.value(array)).isEqualTo("[] : " + type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"a\", \"b\"]|string[]",
        "[true]|bool[]",
        "[1, 2]|long[]",
        "[0.5, 1.0]|double[]",
        "[1, \"a\"]|array",
        "[[1], [2]]|array"
      })
  void an_array_has_the_type_of_its_elements(String notation, String type) {
    assertThat(literal(notation).type().word()).isEqualTo(type);
    assertThat(Notation.value(literal(notation))).isEqualTo(notation);
  }

  @Test
  void complex_values_are_objects() {
    TreeMap<String, AttributeValue> entries = new TreeMap<>();
    entries.put("b c", AttributeValue.array(ValueType.ARRAY, List.of(AttributeValue.of(1))));
    entries.put("a", AttributeValue.of(new TreeMap<>()));

    assertThat(literal("{\"b c\": [1], \"a\": {}}")).isEqualTo(AttributeValue.of(entries));
    assertThat(Notation.value(AttributeValue.of(entries))).isEqualTo("{\"a\": {}, \"b c\": [1]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<any>",
        "<string>",
        "<long>",
        "<double>",
        "<bool>",
        "<uuid>",
        "<hex 16>",
        "<timestamp>",
        "<range 0..9>",
        "<range 5..>",
        "<range ..5>",
        "<range -1.5..2.5>",
        "<oneof \"a\" \"b\">",
        "<oneof 1 2.0 true [1, 2]>",
        "</velocity_\\d+h/>",
        "</a\\/b/>",
        "<absent>",
        "<uuid#customer>",
        "<hex 16#id>",
        "<range 0..9#n>",
        "<oneof \"a\"#x>",
        "</a/#r>",
        "[1, <any>]",
        "[\"a\", <uuid#u>]"
      })
  void matchers_print_as_they_are_read(String notation) {
    assertThat(value(notation).notation()).isEqualTo(notation);
  }

  @Test
  void a_quoted_matcher_is_text() {
    assertThat(literal("\"<any>\"")).isEqualTo(AttributeValue.of("<any>"));
  }

  @Test
  void a_matcher_stands_wherever_a_string_stands() {
    SpanLine line = span("""
        span </GET .*/> ERROR <string>
            event <oneof "a" "b">
              . k = [<any>]
        """);

    assertThat(line.name().acceptsText("GET /x")).isTrue();
    assertThat(line.status().description().acceptsText("boom")).isTrue();
    assertThat(line.events().get(0).name().acceptsText("b")).isTrue();
  }

  @Test
  void events_keep_their_order_and_attributes_are_sorted() {
    SpanLine line = span("""
        span a
            z = 1
            b = 2
            event second
              . y = 1
              . x = 2
            event first
            link <external>
              . n = 0
              . ...
        """);

    assertThat(line.attributes()).extracting(AttributeLine::key).containsExactly("b", "z");
    assertThat(line.events())
        .extracting(event -> event.name().literalText())
        .containsExactly("second", "first");
    assertThat(line.events().get(0).attributes())
        .extracting(AttributeLine::key)
        .containsExactly("x", "y");
    assertThat(line.links().get(0).target()).isNull();
    assertThat(line.links().get(0).moreAttributes()).isTrue();
    assertThat(line.events().get(0).moreAttributes()).isFalse();
  }

  @Test
  void links_name_their_target_by_label_even_before_it_stands() {
    Outline outline = Outline.parse("span a\n    link *x\nspan > b &x");

    assertThat(outline.traces().get(0).spans().get(0).links().get(0).target()).isEqualTo("x");
  }

  @Test
  void open_markers_name_the_part_of_which_more_may_be_there() {
    SpanLine line = span("""
        span a
            ... attributes
            ... events
            ... links
            ... children
        """);

    assertThat(line.open()).containsExactlyInAnyOrder(OpenPart.values());
  }

  @Test
  void an_attribute_may_follow_an_open_marker() {
    SpanLine line = span("span a\n  event e\n    . k = 1\n  ... events\n  k = 2");

    assertThat(line.attributes()).extracting(AttributeLine::key).containsExactly("k");
    assertThat(line.events().get(0).attributes()).hasSize(1);
  }

  @Test
  void traces_have_a_name_and_a_multiplicity() {
    Outline outline = Outline.parse("""
        trace "POST /orders"
        span a
        trace consumer x2..3
        span b
        span > c
        ... traces
        """);

    assertThat(outline.traces())
        .extracting(TraceOutline::name)
        .containsExactly("POST /orders", "consumer");
    assertThat(outline.traces().get(1).multiplicity()).isEqualTo(new Multiplicity(2, 3));
    assertThat(outline.traces().get(1).spans()).hasSize(2);
    assertThat(outline.moreTraces()).isTrue();
    assertThat(outline.spanCount()).isEqualTo(3);
  }

  @Test
  void comments_belong_to_the_line_that_follows() {
    String text = """
        # of the trace
        trace t
        # of the span
        span a
            # of the attribute
            k = 1
            # of the event
            event e
              # of its attribute
              . n = 2
            # of the link
            link <external>
        # below
        """;

    Outline outline = Outline.parse(text);

    SpanLine line = outline.traces().get(0).spans().get(0);
    assertThat(outline.traces().get(0).comments()).containsExactly("# of the trace");
    assertThat(line.comments()).containsExactly("# of the span");
    assertThat(line.attributes().get(0).comments()).containsExactly("# of the attribute");
    assertThat(line.events().get(0).comments()).containsExactly("# of the event");
    assertThat(line.links().get(0).comments()).containsExactly("# of the link");
    assertThat(outline.comments()).containsExactly("# below");
    assertThat(outline.print()).isEqualTo(text);
  }

  @Test
  void margins_and_trailing_comments_of_a_failure_are_dropped() {
    Outline copied = Outline.parse("""
            span a OK
              # 3 attributes equal
          ~ span > b        # expected c
          ~     k = "x # y"  # expected 2 (long)
          - span > d
          +     event e     # new
        """);

    assertThat(copied.print()).isEqualTo("""
        span a OK
        # 3 attributes equal
        span > b
            k = "x # y"
        span > d
            event e
        """);
  }

  @Test
  void the_printer_indents_by_four_and_six_and_ends_with_a_line_break() {
    String golden = """
        # spantree v1
        # Redemptions above 4000 coins always go to a human.
        span rewards.redemption.apply OK
            customer.id = <uuid#customer>
            redemption.weights = [0.5, 1.0]
        span > "POST /v1" SERVER ERROR "unavailable" open
            "odd key" = 1
            event exception
              . exception.type = "E"
              . ...
            link *1
            ... children
        span >> </cache\\.(get|put)/> CLIENT x0.. &1
        """;

    assertThat(OutlinePrinter.printFile(Outline.parse(golden))).isEqualTo(golden);
  }

  @Test
  void windows_line_ends_a_byte_order_mark_and_empty_lines_change_nothing() {
    String text = "# spantree v1\nspan a\n    k = \"x\"\nspan > b\n";

    assertThat(Outline.parse("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(Outline.parse(text));
    assertThat(Outline.parse("\n\n  \n" + text + "\n\t\n")).isEqualTo(Outline.parse(text));
  }

  @Test
  void an_empty_text_describes_nothing() {
    assertThat(Outline.parse("")).isEqualTo(new Outline(List.of(), false, List.of()));
    assertThat(Outline.parse("# only a comment").comments()).containsExactly("# only a comment");
  }

  @Test
  void a_comment_may_speak_of_versions() {
    assertThat(Outline.parse("# spantree very good\nspan a")
            .traces()
            .get(0)
            .spans()
            .get(0)
            .comments())
        .containsExactly("# spantree very good");
  }

  @Test
  void an_outline_can_be_built_in_code() {
    SpanOutline built = Outline.span("a")
        .withKind(SpanKind.SERVER)
        .withStatus(StatusCode.ERROR, "100%")
        .withAttr("s", "x")
        .withAttr("l", 1)
        .withAttr("d", 1.0)
        .withAttr("b", true)
        .withEvent("e")
        .ordered()
        .child(Outline.span("b").child(Outline.span("c").times(2)))
        .child(Outline.span("d").withStatus(StatusCode.OK));

    assertThat(built.print()).isEqualTo("""
        span a SERVER ERROR "100%" ordered
            b = true
            d = 1.0
            l = 1
            s = "x"
            event e
        span > b
        span >> c x2
        span > d OK
        """);
    assertThat(Outline.parse(built.print())).isEqualTo(Outline.of(built));
  }

  @Test
  void a_second_value_for_a_key_replaces_the_first() {
    assertThat(Outline.span("a").withAttr("k", 1).withAttr("k", "x").print())
        .isEqualTo("span a\n    k = \"x\"\n");
  }
}
