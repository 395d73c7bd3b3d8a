package io.spantree.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.extension.ParameterResolutionException;
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

  static void passesOnFourThreads(int tests, Class<?>... fixtures) {
    assertPassed(tests, run(4, fixtures));
  }

  static void fails(int tests, Class<?>... fixtures) {
    runAlone(fixtures)
        .testEvents()
        .assertStatistics(found -> found.failed(tests).succeeded(0));
  }

  private static void assertPassed(int tests, EngineExecutionResults results) {
    results.allEvents().assertStatistics(found -> found.failed(0).aborted(0));
    results.testEvents().assertStatistics(found -> found.succeeded(tests));
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

  static EngineExecutionResults runAlone(Class<?>... fixtures) {
    return run(1, fixtures);
  }

  private static EngineExecutionResults run(int threads, Class<?>... fixtures) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(threads > 1))
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads));
    for (Class<?> fixture : fixtures) {
      kit.selectors(selectClass(fixture));
    }
    return kit.execute();
  }
}
