package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.fixture.Hostile;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Sizes at which a careless algorithm overflows the stack or takes an afternoon. */
class HostileSizeTest {
  int many() {
    return 5_000;
  }

  /** Deep enough to overflow the stack of a test's thread. */
  int deep() {
    return 30_000;
  }

  private String chain() {
    return "chain " + deep() + " deep";
  }

  static Comparison compare(String what, Outline outline, Recording recording, Mode mode) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    Comparison comparison = Comparison.of(outline, recording, mode);
    long millis = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
    System.out.printf(
        "%6d ms  %s, %s: %d findings%n",
        millis, what, mode, comparison.findings().size());
    return comparison;
  }

  private static Outline own(Recording recording) {
    return RecordedOutline.of(recording);
  }

  private static void assertMatches(String what, Outline outline, Recording recording) {
    for (Mode mode : Mode.values()) {
      assertThat(compare(what, outline, recording, mode).matches())
          .as("%s, %s", what, mode)
          .isTrue();
    }
  }

  static String lines(int count, IntFunction<String> line) {
    StringBuilder text = new StringBuilder("span root\n");
    for (int i = 1; i <= count; i++) {
      text.append(line.apply(i)).append('\n');
    }
    return text.toString();
  }

  @Test
  void equal_siblings() {
    Recording recording = Hostile.siblings(i -> "s", many());

    assertMatches(many() + " equal siblings", own(recording), recording);
    assertMatches(
        many() + " equal siblings, x1..", Outline.parse("span root\nspan > s x1.."), recording);
    assertThat(compare(
                many() + " equal siblings, x1",
                Outline.parse("span root\nspan > s"),
                recording,
                Mode.CLOSED)
            .findings())
        .extracting(finding -> finding.kind() + " " + finding.actual().notation())
        .containsExactly("COUNT x" + many());
    assertMatches(
        many() + " equal siblings, a line each",
        Outline.parse(lines(many(), i -> "span > s")),
        Hostile.siblings(i -> "s", many()));
  }

  @Test
  void distinct_siblings() {
    Recording recording = Hostile.siblings(i -> "s" + i, many());
    Outline renamed = Outline.parse(lines(many(), i -> "span > t" + i));
    Outline reversed = Outline.parse(lines(many(), i -> "span > s" + (many() + 1 - i)));

    assertMatches(many() + " distinct siblings", own(recording), recording);
    assertMatches(many() + " distinct siblings, reversed", reversed, recording);
    assertThat(compare(many() + " distinct siblings, all renamed", renamed, recording, Mode.CLOSED)
            .matches())
        .isFalse();
    Outline ordered = Outline.parse(reversed.print().replaceFirst("\"root\"", "\"root\" ordered"));
    assertThat(compare(
                many() + " distinct siblings, ordered, reversed", ordered, recording, Mode.CLOSED)
            .findings())
        .extracting(finding -> finding.kind())
        .containsExactly(FindingKind.ORDER);
  }

  @Test
  void siblings_under_name_matchers() {
    Recording recording = Hostile.siblings(i -> "s" + i, many());

    assertMatches(
        many() + " siblings under one matcher",
        Outline.parse("span root\nspan > </s.*/> x0.."),
        recording);
    assertMatches(
        "1,000 siblings under 1,000 matchers",
        Outline.parse(lines(1_000, i -> "span > </s" + i + "/>")),
        Hostile.siblings(i -> "s" + (1_001 - i), 1_000));
  }

  @Test
  void chains() {
    Recording recording = Hostile.chain(i -> "s", deep());
    Recording named = Hostile.chain(i -> "s" + i, deep());
    Outline root = Outline.parse("span s");

    assertMatches(chain(), own(recording), recording);
    assertMatches(chain() + ", distinct names", own(named), named);
    assertThat(
            compare(chain() + " against its root", root, recording, Mode.OPEN).findings())
        .extracting(finding -> finding.kind())
        .containsExactly(FindingKind.COUNT);
    assertThat(
            compare(chain() + " against its root", root, recording, Mode.CLOSED).findings())
        .hasSize(1);
    Recording other = Hostile.chain(i -> "t" + i, deep());
    assertThat(
            compare(chain() + ", all renamed", own(named), other, Mode.CLOSED).matches())
        .isFalse();
    Recording shifted = Hostile.chain(i -> i == 0 ? "top" : "s" + (i - 1), deep() + 1);
    assertThat(compare(chain() + ", wrapped", own(named), shifted, Mode.CLOSED).findings())
        .extracting(finding -> finding.kind())
        .containsExactly(FindingKind.WRAPPED);
  }

  @Test
  void traces() {
    Recording recording = Hostile.traces(i -> "s" + i % 10, 2 * many());

    assertMatches(2 * many() + " traces", own(recording), recording);
    assertThat(compare(
                2 * many() + " traces, one expected",
                Outline.parse("span s1"),
                recording,
                Mode.CLOSED)
            .matches())
        .isFalse();
    assertMatches(
        "1,000 traces",
        own(Hostile.traces(i -> "s" + i, 1_000)),
        Hostile.traces(i -> "s" + i, 1_000));
  }

  @Test
  void duplicates_and_cycles() {
    assertThat(compare(
                2 * many() + " spans of one id",
                Outline.parse("span s"),
                Hostile.duplicates("s", 2 * many()),
                Mode.CLOSED)
            .matches())
        .isFalse();
    Recording cycle = Hostile.cycle("s", many());
    assertMatches("cycle of " + many(), own(cycle), cycle);
  }

  @Test
  void loops_with_a_body() {
    StringBuilder recorded = new StringBuilder("span root\n");
    for (int i = 0; i < many(); i++) {
      recorded.append("span > item\n  n = ").append(i).append("\nspan >> load\nspan >> save\n");
    }
    Recording recording = recorded(recorded.toString());
    Outline loop = Outline.parse(
        "span root\nspan > item x" + many() + "\n n = <long>\nspan >> load\nspan >> save");

    assertMatches(many() + " rounds of a loop", loop, recording);
    assertMatches(many() + " rounds of a loop, a line each", own(recording), recording);
    assertThat(compare(
                many() + " rounds, a span missing in each",
                Outline.parse(loop.print() + "span >> check"),
                recording,
                Mode.CLOSED)
            .findings())
        .isNotEmpty();
  }

  @Test
  void many_siblings_that_changed_find_their_lines_by_what_did_not() {
    Outline expected = Outline.parse(
        lines(1_000, i -> "span > s\n item = " + i + "\n price = " + 2 * i + "\n shop = 1"));
    Recording changed = recorded(lines(
        1_000,
        i -> "span > s\n item = " + (i * 7 % 1_000 + 1) + "\n price = " + (2 * (i * 7 % 1_000) + 3)
            + "\n shop = 1"));

    assertThat(compare("1,000 changed siblings in another order", expected, changed, Mode.CLOSED)
            .findings())
        .hasSize(1_000)
        .allMatch(finding -> finding.kind() == FindingKind.ATTRIBUTE_VALUE);
  }

  @Test
  void many_events_of_siblings() {
    String siblings = lines(8, i -> "span > s\n k = " + i + events(64, "1"));
    Recording changed = recorded(siblings.replace("n = 32\n . v = 1", "n = 32\n . v = 2"));

    assertThat(compare("8 siblings, 64 events each", Outline.parse(siblings), changed, Mode.CLOSED)
            .findings())
        .hasSize(8)
        .extracting(finding -> finding.kind())
        .containsOnly(FindingKind.ATTRIBUTE_VALUE);
    Comparison other = compare(
        "8 siblings, 64 events each, all changed",
        Outline.parse(siblings),
        recorded(lines(8, i -> "span > s\n k = " + i + events(64, "2"))),
        Mode.OPEN);
    assertThat(other.findings()).hasSize(8 * 64);
    assertThat(other.gaveUp()).isTrue();
  }

  private static String events(int count, String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("\n event e\n . n = ").append(i).append("\n . v = ").append(value);
    }
    return text.toString();
  }
}
