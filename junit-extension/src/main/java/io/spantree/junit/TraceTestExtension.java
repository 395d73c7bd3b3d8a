package io.spantree.junit;

import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanRouter;
import io.spantree.model.Phase;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;

/** What {@link TraceTest} registers: a recording around each execution of a test. */
public final class TraceTestExtension
    implements BeforeAllCallback,
        TestInstancePreConstructCallback,
        TestInstancePreDestroyCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        InvocationInterceptor,
        ParameterResolver,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler {

  private static final Namespace NAMESPACE = Namespace.create(TraceTestExtension.class);
  private static final Namespace WITH_INSTANCE =
      Namespace.create(TraceTestExtension.class, "begun with the instance of the test");

  private final Configuration.Part part;

  public TraceTestExtension() {
    this(Configuration.Part.NOTHING);
  }

  TraceTestExtension(Configuration.Part part) {
    this.part = part;
  }

  /** For what an annotation cannot hold: a sampler, say, or a clock. */
  public static TraceTestExtensionBuilder builder() {
    return new TraceTestExtensionBuilder();
  }

  /** A test's own instance is made within its recording. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    GlobalDuring.hold(context);
    Configuration.contribute(context, part);
    AllowUse.begin(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    AllowUse.end(context);
  }

  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      context.getStore(WITH_INSTANCE).put(WITH_INSTANCE, true);
      TestRun.begin(context, this, part);
    }
  }

  /** What began before all other extensions of the test ends after all of them. */
  @Override
  public void preDestroyTestInstance(ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      TestRun.end(context, this);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    TestRun.begin(context, this, part);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getStore(WITH_INSTANCE).get(WITH_INSTANCE) == null) {
      TestRun.end(context, this);
    }
  }

  @Override
  public <T> T interceptTestClassConstructor(
      Invocation<T> constructor,
      ReflectiveInvocationContext<Constructor<T>> invocation,
      ExtensionContext context)
      throws Throwable {
    return recorded(constructor, Phase.FIXTURE, context);
  }

  @Override
  public void interceptBeforeAllMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    recorded(method, Phase.FIXTURE, context);
  }

  @Override
  public void interceptAfterAllMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    recorded(method, Phase.FIXTURE, context);
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
      try (Scope scope =
          SpanRouter.outsideOfTests()) { // a test that runs meanwhile is not to blame
        return invocation.proceed();
      }
    }
    run.bodies().begin(phase);
    try (Scope scope = run.capture().attach()) {
      return invocation.proceed();
    } finally {
      run.bodies().end(phase);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return InjectedTypes.contains(parameter.getParameter().getType()) && isFirst(context);
  }

  /** JUnit refuses a parameter that two registrations, by annotation and by builder, offer. */
  private boolean isFirst(ExtensionContext context) {
    Object first =
        context.getStore(NAMESPACE).getOrComputeIfAbsent(TraceTestExtension.class, key -> this);
    return first == this;
  }

  private Throwable explained(ExtensionContext context, Throwable failure) {
    return isFirst(context) ? InjectedTypes.explain(failure) : failure;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    TestRun run = TestRun.of(context);
    Class<?> testClass = context.getRequiredTestClass();
    return run == null
        ? InjectedTypes.resolveOutsideOfTest(type, testClass)
        : InjectedTypes.resolve(type, run.capture(), testClass);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  @Override
  public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }
}
