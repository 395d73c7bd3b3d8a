package io.spantree.golden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDiffTest {
  private static List<String> golden(
      int spans, IntFunction<String> name, IntFunction<String> value) {
    List<String> lines = new ArrayList<>(List.of("# spantree v1", "span root"));
    IntStream.range(0, spans).forEach(i -> {
      lines.add("span > " + name.apply(i));
      lines.add("    value = " + value.apply(i));
    });
    return lines;
  }

  private static Patch<String> diff(List<String> from, List<String> to) {
    Patch<String> patch =
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> LineDiff.of(from, to));
    try {
      assertThat(patch.applyTo(from)).isEqualTo(to);
    } catch (PatchFailedException e) {
      throw new AssertionError(e);
    }
    return patch;
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "s%d"})
  void of_many_changed_values_each_one_is_a_change(String name) {
    List<String> from = golden(8_000, name::formatted, i -> "" + i);
    List<String> to = golden(8_000, name::formatted, i -> "1" + i);

    assertThat(diff(from, to).getDeltas()).hasSize(8_000);
  }

  @Test
  void a_span_between_many_is_one_insertion() {
    List<String> from = golden(20_000, i -> "s" + i % 3, i -> "" + i);
    List<String> to = new ArrayList<>(from);
    to.addAll(20_002, List.of("span > new", "    value = 0"));

    List<AbstractDelta<String>> deltas = diff(from, to).getDeltas();

    assertThat(deltas).hasSize(1);
    assertThat(deltas.get(0).getTarget().getLines()).hasSize(2);
  }

  @Test
  void many_renamed_spans_are_told_without_an_end_of_patience() {
    diff(golden(8_000, i -> "a" + i, i -> "1"), golden(8_000, i -> "b" + i, i -> "1"));
  }

  @Test
  void among_many_spans_one_that_was_moved_is_one_deletion_and_one_insertion() {
    List<String> from = golden(8_000, i -> "s" + i, i -> "1");
    List<String> to = new ArrayList<>(from);
    to.add(12_000, to.remove(2_000));
    to.add(12_000, to.remove(2_000));

    assertThat(diff(from, to).getDeltas()).hasSizeLessThan(5);
  }

  @Test
  void large_goldens_that_are_mixed_at_random_are_still_told_right() {
    Random random = new Random(4711);
    for (int round = 0; round < 5; round++) {
      List<String> from = golden(3_000, i -> "s" + i, i -> "" + i % 7);
      List<String> to = new ArrayList<>(from);
      for (int change = 0; change < 2_500; change++) {
        int at = random.nextInt(to.size());
        String moved = to.remove(at);
        to.add(random.nextInt(to.size()), random.nextBoolean() ? moved : "span > n" + change);
      }
      diff(from, to);
    }
  }
}
