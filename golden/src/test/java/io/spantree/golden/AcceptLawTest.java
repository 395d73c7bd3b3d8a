package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.ExpectedSpan;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedOutline;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AcceptLawTest {
  /** Few, because some take long: random trees of equal spans are worse than real ones. */
  int seeds() {
    return 30;
  }

  /** A golden of one recording, and another recording that is compared with it. */
  private record Pair(Outline golden, Recording before, RandomRecording after) {
    static Pair of(Random random, boolean twins) {
      RandomRecording before = new RandomRecording(random, twins);
      Recording recording = before.record();
      return new Pair(new RandomGolden(random).of(recording), recording, before.copy());
    }

    boolean describes() {
      return compare(golden, before).matches();
    }
  }

  private static Comparison compare(Outline golden, Recording recording) {
    return Comparison.of(golden, recording, Mode.CLOSED);
  }

  private static String file(Outline outline) {
    return OutlinePrinter.printFile(outline);
  }

  private void check(boolean twins, int mutations, Consumer<Pair> property) {
    int checked = 0;
    for (int seed = 0; seed < seeds(); seed++) {
      Random random = new Random(seed);
      Pair pair = Pair.of(random, twins);
      if (pair.describes()) {
        for (int i = mutations == 0 ? 0 : 1 + random.nextInt(mutations); i > 0; i--) {
          pair.after().mutate();
        }
        try {
          property.accept(pair);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("seed " + seed + "\n" + file(pair.golden()), e);
        }
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(seeds() / 2);
  }

  @Test
  void an_unchanged_golden_stays_as_it_is() {
    check(
        true,
        0,
        pair -> assertThat(file(Merge.of(compare(pair.golden(), pair.before()))))
            .isEqualTo(file(pair.golden())));
  }

  @Test
  void what_was_accepted_compares_clean() {
    for (boolean twins : new boolean[] {true, false}) {
      check(twins, 4, pair -> {
        Recording recording = pair.after().record();
        String accepted = file(Merge.of(compare(pair.golden(), recording)));
        Outline read = Outline.parse(accepted, "accepted");
        String own = file(RecordedOutline.of(recording));
        if (compare(Outline.parse(own), recording).matches()) { // else nothing else can match
          assertThat(compare(read, recording).findings()).as(accepted).isEmpty();
        }
      });
    }
  }

  @Test
  void comments_survive_once_where_their_span_does() {
    check(false, 4, pair -> {
      Comparison comparison = compare(pair.golden(), pair.after().record());
      String accepted = file(Merge.of(comparison));
      for (ExpectedSpan line : pairedLines(comparison)) {
        for (String comment : line.line().comments()) {
          assertThat(accepted.lines().map(String::strip).filter(comment::equals))
              .as(accepted)
              .hasSize(1);
        }
      }
    });
  }

  @Test
  void satisfied_matchers_survive() {
    check(false, 4, pair -> {
      Comparison comparison = compare(pair.golden(), pair.after().record());
      String accepted = file(Merge.of(comparison));
      for (ExpectedSpan line : pairedLines(comparison)) {
        SpanNode span = comparison.alignment().actualOf(line).get(0);
        if (comparison.findings().stream().noneMatch(finding -> finding.span() == span)) {
          for (AttributeLine attribute : line.line().attributes()) {
            if (attribute.value() instanceof ValuePattern.Matcher) {
              assertThat(accepted).contains(OutlinePrinter.attribute(attribute));
            }
          }
        }
      }
    });
  }

  private static List<ExpectedSpan> pairedLines(Comparison comparison) {
    List<ExpectedSpan> lines = new ArrayList<>(comparison.roots());
    for (int i = 0; i < lines.size(); i++) {
      lines.addAll(lines.get(i).children());
    }
    lines.removeIf(line -> comparison.alignment().actualOf(line).isEmpty());
    return lines;
  }
}
