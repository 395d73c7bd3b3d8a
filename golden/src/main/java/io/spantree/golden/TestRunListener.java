package io.spantree.golden;

import io.spantree.golden.run.ClassRan;
import io.spantree.golden.run.RanTest;
import io.spantree.golden.run.TestRan;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down which tests and classes ran and passed, so that a golden which nothing has compared can
 * be told from one whose test did not run.
 */
public final class TestRunListener implements TestExecutionListener {
  private final Map<String, ClassRun> classes = new ConcurrentHashMap<>();
  private @Nullable TestPlan plan;

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
    classes.clear();
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    ended(test, false);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    ended(test, result.getStatus() == Status.SUCCESSFUL);
  }

  private void ended(TestIdentifier test, boolean passed) {
    if (plan == null || GoldenMode.isOff()) {
      return;
    }
    if (test.getSource().orElse(null) instanceof ClassSource source && test.isContainer()) {
      classEnded(test, source, passed);
    } else {
      testEnded(test, passed);
    }
  }

  private void classEnded(TestIdentifier test, ClassSource source, boolean passed) {
    ClassRun run = run(test);
    boolean full = passed && run.isFull(source.getJavaClass());
    parentClass(test).ifPresent(parent -> run(parent).nestedEnded(source.getJavaClass(), full));
    classes.remove(test.getUniqueId());
    Path runs = RunLog.folder(source.getJavaClass());
    if (runs != null) {
      RunLog.write(runs, new ClassRan(System.currentTimeMillis(), chain(test), full));
    }
  }

  private void testEnded(TestIdentifier test, boolean passed) {
    Optional<TestIdentifier> parent = parentClass(test);
    if (parent.isEmpty()) {
      return;
    }
    run(parent.get()).ended(test.getSource().orElse(null), passed);
    if ((test.isTest() || !passed)
        && test.getSource().orElse(null) instanceof MethodSource source) {
      write(test, source, passed);
    }
  }

  private void write(TestIdentifier test, MethodSource source, boolean passed) {
    Path runs = RunLog.folder(source.getJavaClass());
    if (runs != null) {
      String types = Optional.ofNullable(source.getMethodParameterTypes()).orElse("");
      RanTest ran = new RanTest(
          test.getUniqueId(),
          test.getDisplayName(),
          chain(test),
          source.getMethodName(),
          Stream.of(types.split(","))
              .map(String::strip)
              .filter(t -> !t.isEmpty())
              .toList(),
          GoldenFolder.classesFolder(source.getJavaClass()));
      RunLog.write(runs, new TestRan(System.currentTimeMillis(), ran, passed));
    }
  }

  private ClassRun run(TestIdentifier testClass) {
    return classes.computeIfAbsent(testClass.getUniqueId(), id -> new ClassRun());
  }

  private Optional<TestIdentifier> parentClass(TestIdentifier test) {
    Optional<TestIdentifier> at = parent(test);
    while (at.isPresent() && !(at.get().getSource().orElse(null) instanceof ClassSource)) {
      at = parent(at.get());
    }
    return at;
  }

  private Optional<TestIdentifier> parent(TestIdentifier test) {
    return plan == null ? Optional.empty() : plan.getParent(test);
  }

  /** The binary names of the classes around it and its own, outermost first. */
  private List<String> chain(TestIdentifier test) {
    Deque<String> chain = new ArrayDeque<>();
    Optional<TestIdentifier> at = Optional.of(test);
    while (at.isPresent()) {
      if (at.get().getSource().orElse(null) instanceof ClassSource source) {
        chain.addFirst(source.getClassName());
      }
      at = parent(at.get());
    }
    return List.copyOf(chain);
  }
}
