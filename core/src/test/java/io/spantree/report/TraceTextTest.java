package io.spantree.report;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.outline.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of spans in the wrong trace. */
class TraceTextTest {
  private static final String TOGETHER = """
      trace checkout
      span cart parent=<remote>
      span > price
      span pay parent=<remote>
      """;
  private static final String APART = """
      trace checkout
      span cart parent=<remote>
      span > price
      trace other
      span pay parent=<remote>
      """;

  private static String report(String expected, String recorded, Mode mode) {
    Comparison comparison = Comparison.of(Outline.parse(expected), recorded(recorded), mode);
    return Report.of("Trace differs", comparison, List.of());
  }

  @Test
  void tells_of_a_root_in_a_trace_of_its_own() {
    assertThat(report(TOGETHER, APART, Mode.CLOSED)).isEqualTo("""
        Trace differs: 1 finding

          MOVED  pay is in a trace of its own; expected in the trace of cart
                 started on main at io.acme.Orders.place(Orders.java:17)

            span cart parent=<remote>
            span > price
          ~ span pay parent=<remote>                # in another trace""");
  }

  @Test
  void tells_of_a_root_in_the_trace_of_another() {
    assertThat(report(APART, TOGETHER, Mode.OPEN)).contains("""
        Trace differs: 1 finding

          MOVED  pay is in the trace of cart; expected in a trace of its own
        """);
  }

  @Test
  void tells_of_roots_that_changed_places() {
    String expected = "trace t\nspan a\nspan b\ntrace u\nspan c\nspan d";
    assertThat(report(
            expected, expected.replace('b', 'x').replace('d', 'b').replace('x', 'd'), Mode.CLOSED))
        .contains(
            "Trace differs: 2 findings",
            "  MOVED  b is in the trace of c; expected in the trace of a\n",
            "  MOVED  d is in the trace of a; expected in the trace of c\n");
  }

  @Test
  void tells_of_a_root_in_one_trace_too_few() {
    assertThat(report(
            "trace t x2\nspan a\nspan b x2",
            "trace t\nspan a\nspan b\nspan b\nspan b\ntrace t\nspan a\nspan b",
            Mode.CLOSED))
        .contains(
            "Trace differs: 1 finding",
            "  MOVED  b is in the trace of a; expected in the trace of another a\n");
  }

  @Test
  void tells_of_a_root_that_one_of_several_traces_lacks() {
    assertThat(report(
            "trace t x1..3\nspan a\nspan b",
            "trace t\nspan a\nspan b\ntrace t\nspan a",
            Mode.CLOSED))
        .contains("Trace differs: 1 finding", "  MISSING  b in the trace of a\n");
  }

  @Test
  void tells_of_a_root_that_one_of_several_traces_has_too_rarely() {
    assertThat(report(
            "trace t x1..3\nspan a\nspan b x3",
            "trace t\nspan a\nspan b x3\ntrace t\nspan a\nspan b",
            Mode.CLOSED))
        .contains(
            "Trace differs: 1 finding", "  COUNT  b: expected x3 in each trace, was x1 in one\n");
  }

  @Test
  void does_not_say_that_a_root_is_alone_beside_another() {
    assertThat(report("trace t\nspan a\ntrace u\nspan b", APART_FROM_B, Mode.CLOSED))
        .contains("  UNEXPECTED  c\n");
  }

  private static final String APART_FROM_B = "trace t\nspan a\ntrace u\nspan b\nspan c";
}
