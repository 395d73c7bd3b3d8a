package io.spantree.samples.twins;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.spantree.junit.TraceTest;
import io.spantree.model.FindingKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole corpus again and again, twins and correct ones mixed, in another order each time. */
@Tag("proof")
@Isolated("it runs many tests at a time")
class TwinsProofTest {
  private static final int ROUNDS = Integer.getInteger("twins.rounds", 50);
  private static final long SEED = Long.getLong("twins.seed", System.nanoTime());

  private static volatile Random order = new Random(SEED);

  private static List<Case> shuffled() {
    List<Case> cases = new ArrayList<>(Case.all());
    Collections.shuffle(cases, order);
    return cases;
  }

  @Test
  void holds_in_parallel_with_an_injected_sdk() {
    holds(ROUNDS, 4, Injected.class, (each, runs) -> each.isToldBy(runs.of(each.toString())));
  }

  @Test
  void holds_one_after_the_other_with_an_injected_sdk() {
    holds(ROUNDS / 5, 1, Injected.class, (each, runs) -> each.isToldBy(runs.of(each.toString())));
  }

  /** With several tests at a time a bare thread's span is nobody's, and shown as that. */
  @Test
  void holds_in_parallel_on_the_global() {
    holds(ROUNDS, 4, Global.class, (each, runs) -> {
      boolean told = each.isToldBy(runs.of(each.toString()));
      boolean mayBeNobodys = each.isBroken() && each.twin().bug().equals("B06");
      return told || mayBeNobodys && runs.of(each.toString()).equals(Runs.PASSED);
    });
  }

  @Test
  void holds_one_after_the_other_on_the_global() {
    holds(ROUNDS / 5, 1, Global.class, (each, runs) -> each.isToldBy(runs.of(each.toString())));
  }

  private static void holds(
      int rounds, int threads, Class<?> fixture, BiPredicate<Case, Runs> holds) {
    System.out.println(fixture.getSimpleName() + " on " + threads + " threads, " + rounds
        + " rounds: -Dtwins.seed=" + SEED);
    order = new Random(SEED);
    for (int round = 0; round < rounds; round++) {
      Runs runs = Runs.inParallel(threads, fixture);
      for (Case each : Case.all()) {
        assertThat(holds.test(each, runs))
            .as("round %s, seed %s, %s: %s", round, SEED, each, runs.of(each.toString()))
            .isTrue();
      }
    }
  }

  @TraceTest(require = FindingKind.PARENT_ENDED)
  static class Injected {
    static List<Case> cases() {
      return shuffled();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void test(Case each, OpenTelemetry openTelemetry) throws Exception {
      each.run(openTelemetry);
    }
  }

  @TraceTest(require = FindingKind.PARENT_ENDED)
  static class Global {
    static List<Case> cases() {
      return shuffled();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void test(Case each) throws Exception {
      each.run(GlobalOpenTelemetry.get());
    }
  }
}
