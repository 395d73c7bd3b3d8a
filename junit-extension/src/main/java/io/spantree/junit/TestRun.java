package io.spantree.junit;

import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Phase;
import io.spantree.model.TestIdentity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** One execution of a test: its capture, and the hold of this on the thread of the fixture. */
record TestRun(SpanCapture capture, Scope fixture) implements CloseableResource {
  private static final Namespace NAMESPACE = Namespace.create(TestRun.class);

  /** The run that the context, or the one around it, belongs to; null outside of a test. */
  static @Nullable TestRun of(ExtensionContext context) {
    return store(context).get(TestRun.class, TestRun.class);
  }

  /** Does nothing when it has begun: with the test's instance, or by a second registration. */
  static void begin(ExtensionContext context) {
    if (of(context) != null) {
      return;
    }
    GlobalDuring.hold(context);
    SpanCapture capture = SpanCapture.create(identity(context));
    capture.enter(Phase.FIXTURE);
    store(context).put(TestRun.class, new TestRun(capture, capture.attach()));
  }

  static void end(ExtensionContext context) {
    TestRun run = store(context).remove(TestRun.class, TestRun.class);
    if (run != null) {
      try {
        TestChecks.run(context, run.capture);
      } finally {
        run.close();
        UnclaimedReport.publish(run.capture, context);
      }
    }
  }

  /** JUnit does this with the context's store where a test ends before its first fixture. */
  @Override
  public void close() {
    fixture.close();
    capture.close();
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
