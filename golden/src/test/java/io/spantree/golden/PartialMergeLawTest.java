package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.review.EntangledException;
import io.spantree.golden.review.PartialMerge;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PartialMergeLawTest {

  @Test
  void with_some_findings_taken_the_run_shows_just_the_others() {
    check(4, 12);
  }

  @Test
  @Tag("proof")
  void with_some_findings_taken_the_run_shows_just_the_others_for_many_seeds() {
    check(0, 2_000);
  }

  /** Random trees are worse than real ones: a few findings cannot be told apart. */
  private static void check(int from, int to) {
    int parted = 0;
    int entangled = 0;
    for (int seed = from; seed < to; seed++) {
      Random random = new Random(seed);
      Comparison comparison = comparison(random, seed % 3 == 0);
      List<Finding> left = new ArrayList<>(comparison.findings());
      left.removeIf(finding -> random.nextBoolean());
      if (left.isEmpty() || left.size() == comparison.findings().size()) {
        continue;
      }
      try {
        Outline merged = PartialMerge.leaving(left, comparison, NoiseRules.standard());
        Outline read = Outline.parse(OutlinePrinter.printFile(merged));
        assertThat(kinds(compare(read, comparison.recording()).findings()))
            .as("seed %s", seed)
            .isEqualTo(kinds(left));
        parted++;
      } catch (EntangledException e) {
        entangled++;
      }
    }
    assertThat(parted).isGreaterThan((to - from) / 3);
    assertThat(entangled).isLessThan(parted / 2);
  }

  private static Comparison comparison(Random random, boolean twins) {
    RandomRecording before = new RandomRecording(random, twins);
    Outline golden = new RandomGolden(random).of(before.record());
    RandomRecording after = before.copy();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      after.mutate();
    }
    return compare(golden, after.record());
  }

  private static Comparison compare(Outline golden, Recording recording) {
    return Comparison.of(golden, recording, Mode.CLOSED);
  }

  private static List<FindingKind> kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).sorted().toList();
  }
}
