package io.spantree.junit;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.spantree.capture.SpanCapture;
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

  static ParameterResolutionException outsideOfTest(Class<?> type) {
    return new ParameterResolutionException(
        "@TraceTest records from @BeforeEach to @AfterEach, so it cannot inject "
            + type.getSimpleName()
            + " into a constructor, @BeforeAll or @AfterAll method. Declare the parameter on a"
            + " @BeforeEach, test or @AfterEach method.");
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
