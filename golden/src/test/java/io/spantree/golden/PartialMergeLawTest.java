package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
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
import org.junit.jupiter.api.Test;

class PartialMergeLawTest {
  private static final int SEEDS = Integer.getInteger("seeds", 100);

  private static Comparison compare(Outline golden, Recording recording) {
    return Comparison.of(golden, recording, Mode.CLOSED);
  }

  private static List<FindingKind> kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).sorted().toList();
  }

  @Test
  void with_some_findings_taken_the_run_shows_just_the_others() {
    int taken = 0;
    int entangled = 0;
    java.util.Map<String, Integer> why = new java.util.TreeMap<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      RandomRecording before = new RandomRecording(random, seed % 3 == 0);
      Recording recorded = before.record();
      Outline golden = new RandomGolden(random).of(recorded);
      if (!compare(golden, recorded).matches()) {
        continue;
      }
      RandomRecording after = before.copy();
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        after.mutate();
      }
      Comparison comparison = compare(golden, after.record());
      List<Finding> left = new ArrayList<>(comparison.findings());
      left.removeIf(finding -> random.nextBoolean());
      try {
        Outline merged = PartialMerge.leaving(left, comparison);
        Outline read = Outline.parse(OutlinePrinter.printFile(merged));
        assertThat(kinds(compare(read, comparison.recording()).findings()))
            .as("seed %s", seed)
            .isEqualTo(kinds(left));
        taken++;
      } catch (EntangledException e) {
        entangled++;
        if (Boolean.getBoolean("why")) {
          System.out.println("seed " + seed + " TAKEN " + e.taken().stream().map(f -> f.kind() + " " + f.path() + " " + f.part().owner()+ "/"+ f.part().key()).toList() + " LEFT " + e.left().stream().map(f -> f.kind() + " " + f.path()+" " + f.part().owner()+ "/"+ f.part().key()).toList());
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    System.out.println(taken + " " + entangled);
    assertThat(taken).isGreaterThan(4 * entangled);
  }
}
