package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link GoldenTrace} registers: a comparison after the body of a test. */
final class GoldenTraceExtension implements InvocationInterceptor, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(GoldenTraceExtension.class);

  /** Keeps the arguments, by which the golden may be named. */
  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    context.getStore(NAMESPACE).put("arguments", invocation.getArguments());
    method.proceed();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    Optional<GoldenTrace> annotation = annotation(context);
    if (annotation.isEmpty() || context.getExecutionException().isPresent()) {
      return;
    }
    if (AnnotationSupport.isAnnotated(method, TestFactory.class)) {
      throw new IllegalStateException("@GoldenTrace cannot stand on " + method.getName()
          + ", a @TestFactory, whose tests run after its body; compare in each of them, with"
          + " assertTrace().matches(golden(\"…\"))");
    }
    List<?> arguments =
        context.getStore(NAMESPACE).getOrDefault("arguments", List.class, List.of());
    String name = new InvocationName(context.getDisplayName(), method, arguments)
        .resolve(annotation.get().name());
    assertTrace().matches(name.isEmpty() ? Goldens.golden() : Goldens.golden(name));
  }

  /** The nearest one: on the method, on its class, or on a class around it. */
  private static Optional<GoldenTrace> annotation(ExtensionContext context) {
    Optional<GoldenTrace> found =
        AnnotationSupport.findAnnotation(context.getElement(), GoldenTrace.class);
    return found.isPresent()
        ? found
        : context.getParent().flatMap(GoldenTraceExtension::annotation);
  }
}
