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
    assertPassed(tests, run(false, fixtures));
  }

  static void passesInParallel(int tests, Class<?>... fixtures) {
    assertPassed(tests, run(true, fixtures));
  }

  static void fails(int tests, Class<?>... fixtures) {
    run(false, fixtures)
        .testEvents()
        .assertStatistics(found -> found.failed(tests).succeeded(0));
  }

  private static void assertPassed(int tests, EngineExecutionResults results) {
    results.allEvents().assertStatistics(found -> found.failed(0).aborted(0));
    results.testEvents().assertStatistics(found -> found.succeeded(tests));
  }

  /** The only test fails, or its class, because a parameter cannot be resolved, with exactly this message. */
  static void cannotResolve(String message, Class<?> fixture) {
    run(false, fixture)
        .allEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(instanceOf(ParameterResolutionException.class), message(message)));
  }

  static EngineExecutionResults run(boolean parallel, Class<?>... fixtures) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(parallel))
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
    for (Class<?> fixture : fixtures) {
      kit.selectors(selectClass(fixture));
    }
    return kit.execute();
  }
}
