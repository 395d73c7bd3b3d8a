package io.spantree.junit;

import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Phase;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What {@link TraceTest} registers: a recording around each execution of a test. */
public final class TraceTestExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        InvocationInterceptor,
        ParameterResolver,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  @Override
  public void beforeAll(ExtensionContext context) {
    AllowUse.begin(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    AllowUse.end(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (TestRun.of(context) == null) { // it is registered twice by an annotation and a field
      TestRun.begin(context);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestRun.end(context);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    recorded(method, Phase.FIXTURE, context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    recorded(method, Phase.BODY, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    recorded(method, Phase.BODY, context);
  }

  @Override
  public <T> T interceptTestFactoryMethod(
      Invocation<T> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    return recorded(method, Phase.BODY, context);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> test, DynamicTestInvocationContext invocation, ExtensionContext context)
      throws Throwable {
    recorded(test, Phase.BODY, context);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    recorded(method, Phase.FIXTURE, context);
  }

  /** The thread may be another than that of beforeEach: a timeout can ask for one of its own. */
  private static <T> T recorded(Invocation<T> invocation, Phase phase, ExtensionContext context)
      throws Throwable {
    TestRun run = TestRun.of(context);
    if (run == null) {
      return invocation.proceed();
    }
    SpanCapture capture = run.capture();
    capture.enter(phase);
    try (Scope scope = capture.attach()) {
      return invocation.proceed();
    } finally {
      capture.enter(Phase.FIXTURE);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return InjectedTypes.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    TestRun run = TestRun.of(context);
    if (run == null) {
      throw InjectedTypes.outsideOfTest(type);
    }
    return InjectedTypes.resolve(type, run.capture(), context.getRequiredTestClass());
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw InjectedTypes.explain(failure);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw InjectedTypes.explain(failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw InjectedTypes.explain(failure);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw InjectedTypes.explain(failure);
  }

  @Override
  public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw InjectedTypes.explain(failure);
  }
}
