package io.spantree.benchmarks;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.assertj.SpanDataAssert;
import io.opentelemetry.sdk.testing.assertj.TracesAssert;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spantree.assertions.TraceAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A trace in which one span of thirty is missing, and what a failure says about it. */
final class MissingSpan {
  static final String MISSING = "step 17";

  private static final int SPANS = 30;

  private final List<SpanData> recorded;

  MissingSpan() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (SdkTracerProvider provider = SdkTracerProvider.builder()
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build()) {
      record(provider.get("benchmarks"));
      this.recorded = List.copyOf(exporter.getFinishedSpanItems());
    }
  }

  private static void record(Tracer tracer) {
    Span root =
        tracer.spanBuilder(name(0)).setAttribute("step", 0).setNoParent().startSpan();
    try (Scope scope = root.makeCurrent()) {
      for (int i = 1; i < SPANS; i++) {
        if (!name(i).equals(MISSING)) {
          tracer
              .spanBuilder(name(i))
              .setSpanKind(SpanKind.CLIENT)
              .setAttribute("step", i)
              .startSpan()
              .end();
        }
      }
    } finally {
      root.end();
    }
  }

  private static String name(int index) {
    return "step " + index;
  }

  String ours() {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < SPANS; i++) {
      shape.append(i == 0 ? "span \"" : "span > \"").append(name(i)).append('"');
      shape.append(i == 0 ? "" : " CLIENT").append("\n    step = ").append(i).append('\n');
    }
    return message(() -> TraceAssertions.assertTraces(recorded).hasExactShape(shape.toString()));
  }

  String peer() {
    List<Consumer<SpanDataAssert>> expected = new ArrayList<>();
    for (int i = 0; i < SPANS; i++) {
      String name = name(i);
      Attributes attributes = Attributes.of(longKey("step"), (long) i);
      expected.add(span -> span.hasName(name).hasAttributes(attributes));
    }
    return message(() -> TracesAssert.assertThat(recorded)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(expected)));
  }

  private static String message(Runnable assertion) {
    try {
      assertion.run();
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
    throw new IllegalStateException(MISSING + " is missing, and the assertion passed");
  }
}
