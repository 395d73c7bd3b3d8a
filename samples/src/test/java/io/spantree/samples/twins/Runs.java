package io.spantree.samples.twins;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** What became of the tests of a fixture class, by their display names. */
record Runs(Map<String, String> failures, Map<String, List<String>> published) {

  /** Of a test that passed. */
  static final String PASSED = "passed";

  static Runs alone(Class<?>... fixtures) {
    return run(1, fixtures);
  }

  static Runs inParallel(int threads, Class<?>... fixtures) {
    return run(threads, fixtures);
  }

  private static Runs run(int threads, Class<?>... fixtures) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
        .configurationParameter(
            "junit.jupiter.execution.parallel.enabled", String.valueOf(threads > 1))
        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads))
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.max-pool-size", String.valueOf(threads));
    for (Class<?> fixture : fixtures) {
      kit.selectors(selectClass(fixture));
    }
    Events events = kit.execute().allEvents();
    Map<String, String> failures = new LinkedHashMap<>();
    events.finished().stream()
        .forEach(event -> failures.put(event.getTestDescriptor().getDisplayName(), result(event)));
    Map<String, List<String>> published = new LinkedHashMap<>();
    events.reportingEntryPublished().stream()
        .forEach(event -> published
            .computeIfAbsent(
                event.getTestDescriptor().getDisplayName(), name -> new java.util.ArrayList<>())
            .addAll(
                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().values()));
    return new Runs(failures, published);
  }

  private static String result(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(failure -> String.valueOf(failure.getMessage()))
        .orElse(PASSED);
  }

  /** The failure of a test, or that it passed. */
  String of(String test) {
    return failures.getOrDefault(test, "never run");
  }

  List<String> publishedBy(String test) {
    return published.getOrDefault(test, List.of());
  }
}
