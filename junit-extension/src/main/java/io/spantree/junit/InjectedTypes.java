package io.spantree.junit;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.spantree.capture.SpanCapture;
import io.spantree.capture.SpanRouter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The types that a test can have injected; every other type is left to other extensions. */
final class InjectedTypes {
  private static final List<Class<?>> TYPES = List.of(
      OpenTelemetry.class,
      OpenTelemetrySdk.class,
      Tracer.class,
      SpanCapture.class,
      InMemorySpanExporter.class);

  private InjectedTypes() {}

  static boolean contains(Class<?> type) {
    return TYPES.contains(type);
  }

  static Object resolve(Class<?> type, SpanCapture capture, Class<?> testClass) {
    if (type == Tracer.class) {
      return capture.openTelemetry().getTracer(testClass.getName());
    } else if (type == SpanCapture.class) {
      return capture;
    } else if (type == InMemorySpanExporter.class) {
      return capture.exporter();
    }
    return capture.openTelemetry();
  }

  /** Where no single test is running: the shared SDK gives each span to the test that causes it. */
  static Object resolveOutsideOfTest(Class<?> type, Class<?> testClass) {
    if (type == OpenTelemetry.class) {
      return SpanRouter.openTelemetry();
    } else if (type == Tracer.class) {
      return SpanRouter.openTelemetry().getTracer(testClass.getName());
    }
    throw new ParameterResolutionException("@TraceTest cannot inject "
        + type.getSimpleName()
        + " here: each test has its own, and no single test is running in @BeforeAll, @AfterAll or"
        + " the constructor of a class with one instance for all tests. Declare the parameter on a"
        + " @BeforeEach, test or @AfterEach method, or take OpenTelemetry or Tracer here.");
  }

  /** Adds what can be injected to JUnit's failure, which names the parameter but no alternative. */
  static Throwable explain(Throwable failure) {
    String message = failure.getMessage();
    return failure instanceof ParameterResolutionException
            && message != null
            && message.startsWith("No ParameterResolver registered")
        ? new ParameterResolutionException(message + "\n" + offer(), failure)
        : failure;
  }

  private static String offer() {
    return TYPES.stream()
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", "@TraceTest injects: ", "."));
  }
}
