package io.spantree.junit;

import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Phase;
import io.spantree.model.TestIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.opentest4j.TestAbortedException;

/**
 * One execution of a test: its capture, and the hold of this on the thread of the fixture.
 *
 * @param beginner the registration that began it, and ends it
 * @param bodies tells the capture whether the test itself is at work, or a fixture
 */
record TestRun(
    TraceTestExtension beginner,
    ExtensionContext context,
    Configuration configuration,
    SpanCapture capture,
    RunningBodies bodies,
    Scope fixture)
    implements CloseableResource, AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.create(TestRun.class);

  /** The run that the context, or the one around it, belongs to; null outside of a test. */
  static @Nullable TestRun of(ExtensionContext context) {
    return store(context).get(TestRun.class, TestRun.class);
  }

  /**
   * Does nothing when it has begun: with the test's instance, or by another registration.
   *
   * @param part what the registration sets, for which it may be too late then
   */
  static void begin(
      ExtensionContext context, TraceTestExtension beginner, Configuration.Part part) {
    TestRun begun = of(context);
    if (begun != null) {
      if (Configuration.contribute(context, part)) {
        throw new ExtensionConfigurationException("The recording of this test has begun, with its"
            + " instance or by another TraceTestExtension, before the settings of this one were"
            + " known: declare its field static, or do without @TraceTest on the class.");
      }
      return;
    }
    GlobalDuring.hold(context);
    Configuration.contribute(context, part);
    Configuration configuration = Configuration.of(context);
    SpanCapture capture = configuration
        .capture
        .test(identity(context))
        .late(LateReport.listener(context))
        .mayGoOn(CheckRules.of(context, configuration.required).namesThatMayGoOn())
        .create();
    capture.enter(Phase.FIXTURE);
    RunningBodies bodies = new RunningBodies(capture);
    TestRun run = new TestRun(beginner, context, configuration, capture, bodies, capture.attach());
    store(context).put(TestRun.class, run);
  }

  static void end(ExtensionContext context, TraceTestExtension registration) {
    TestRun run = of(context);
    if (run != null && run.beginner == registration) {
      store(context).remove(TestRun.class);
      run.end();
    }
  }

  private void end() {
    boolean passed = false;
    try {
      judge();
      passed = context.getExecutionException().isEmpty();
    } finally {
      finish(passed);
    }
  }

  /** What the checks say comes first, and keeps nothing else from being shown. */
  private void judge() {
    boolean passed = false;
    try {
      TestChecks.run(context, this);
      passed = context.getExecutionException().isEmpty();
    } finally {
      UnclaimedReport.publish(capture, context, passed);
    }
  }

  /** JUnit does this with the context's store where a test ends before its first fixture. */
  @Override
  public void close() {
    finish(false);
  }

  private void finish(boolean passed) {
    try {
      show(passed);
    } finally {
      detach();
    }
  }

  private void show(boolean passed) {
    if (passed && configuration.print) {
      TreeReport.print(context, capture);
    } else if (!passed && !isAborted()) {
      TreeReport.publish(context, capture);
    }
  }

  private boolean isAborted() {
    return context
        .getExecutionException()
        .filter(TestAbortedException.class::isInstance)
        .isPresent();
  }

  private void detach() {
    try {
      fixture.close();
    } finally {
      capture.close();
    }
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private static TestIdentity identity(ExtensionContext context) {
    return new TestIdentity(
        context.getUniqueId(),
        context.getDisplayName(),
        context.getEnclosingTestClasses(),
        context.getRequiredTestClass(),
        context.getRequiredTestMethod());
  }
}
