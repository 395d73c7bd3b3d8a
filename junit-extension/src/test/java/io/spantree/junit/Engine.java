package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs fixture classes: static nested ones, so that no other run finds them. */
final class Engine {
  private Engine() {}

  static void passes(int tests, Class<?>... fixtures) {
    assertPassed(tests, runAlone(fixtures));
  }

  /** With threads to spare: one that waits for another test's end is no longer one of four. */
  static void passesInParallel(int tests, Class<?>... fixtures) {
    assertPassed(tests, run(16, fixtures));
  }

  /** How many tests passed, of which none failed. */
  static long passedInParallel(Class<?>... fixtures) {
    EngineExecutionResults results = run(16, fixtures);
    assertNoneFailed(results);
    return results.testEvents().succeeded().count();
  }

  /** What runs in parallel with what. */
  enum Parallel {
    BY_METHOD,
    /** Classes with each other; the tests of one class one after the other. */
    BY_CLASS
  }

  static void passesOnFourThreads(Parallel parallel, int tests, Class<?>... fixtures) {
    EngineTestKit.Builder kit = kit(4);
    if (parallel == Parallel.BY_CLASS) {
      kit.configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
          .configurationParameter(
              "junit.jupiter.execution.parallel.mode.classes.default", "concurrent");
    }
    assertPassed(tests, run(kit, fixtures));
  }

  static void fails(int tests, Class<?>... fixtures) {
    runAlone(fixtures)
        .testEvents()
        .assertStatistics(found -> found.failed(tests).succeeded(0));
  }

  private static void assertPassed(int tests, EngineExecutionResults results) {
    assertNoneFailed(results);
    results.allEvents().assertStatistics(found -> found.aborted(0));
    results.testEvents().assertStatistics(found -> found.succeeded(tests));
  }

  private static void assertNoneFailed(EngineExecutionResults results) {
    assertThat(results.allEvents().finished().failed().stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .map(result -> result.getThrowable().orElseThrow()))
        .isEmpty();
  }

  /** The only test fails, or its class, because a parameter cannot be resolved, with exactly this message. */
  static void cannotResolve(String message, Class<?> fixture) {
    runAlone(fixture)
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(instanceOf(ParameterResolutionException.class), message(message)));
  }

  /** What the only test that fails says; the method is one of the fixture's, or all when empty. */
  static String failure(Class<?> fixture, String method) {
    EngineTestKit.Builder kit = kit(1);
    kit.selectors(
        method.isEmpty() ? selectClass(fixture) : selectMethod(fixture, named(method, fixture)));
    return kit.execute().allEvents().finished().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> String.valueOf(result.getThrowable().orElseThrow().getMessage()))
        .collect(Collectors.joining("\n--\n"));
  }

  private static Method named(String name, Class<?> fixture) {
    return Arrays.stream(fixture.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What a run of the fixture publishes. */
  static List<String> entries(Class<?> fixture) {
    return runAlone(fixture).allEvents().reportingEntryPublished().stream()
        .flatMap(event ->
            event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().values().stream())
        .toList();
  }

  static EngineExecutionResults runAlone(Class<?>... fixtures) {
    return run(1, fixtures);
  }

  private static EngineExecutionResults run(int threads, Class<?>... fixtures) {
    return run(kit(threads), fixtures);
  }

  private static EngineExecutionResults run(EngineTestKit.Builder kit, Class<?>... fixtures) {
    for (Class<?> fixture : fixtures) {
      kit.selectors(selectClass(fixture));
    }
    return kit.execute();
  }

  private static EngineTestKit.Builder kit(int threads) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(threads > 1))
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads));
  }
}
