package io.spantree.capture;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.find;
import static io.spantree.capture.Spans.record;
import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.time.TestClock;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static final OpenTelemetry SHARED = SpanRouter.openTelemetry();

  private static SpanCaptureBuilder builder() {
    return SpanCapture.builder();
  }

  private static void share(String name) {
    SHARED.getTracer("shared").spanBuilder(name).startSpan().end();
  }

  private static List<String> names(SpanCapture capture) {
    return capture.recording().spans().stream().map(SpanNode::name).toList();
  }

  @Test
  void a_sampler_decides_in_both_sdks() {
    try (SpanCapture capture = builder().sampler(Sampler.alwaysOff()).start()) {
      record(capture, "own");
      share("shared");

      assertThat(names(capture)).isEmpty();
      assertThat(capture.whyEmpty().get(0))
          .isEqualTo("The sampler dropped what began: 2 spans, by AlwaysOffSampler.");
    }
    try (SpanCapture capture = SpanCapture.start()) {
      share("shared");
      assertThat(names(capture)).containsExactly("shared");
    }
  }

  @Test
  void limits_hold_in_both_sdks() {
    SpanLimits one = SpanLimits.builder().setMaxNumberOfAttributes(1).build();
    try (SpanCapture capture = builder().spanLimits(one).start()) {
      for (OpenTelemetry each : List.of(capture.openTelemetry(), SHARED)) {
        Span span = each.getTracer("test").spanBuilder("apply").startSpan();
        span.setAttribute("a", 1).setAttribute("b", 2).end();
      }

      assertThat(capture.recording().spans())
          .extracting(span -> span.data().getAttributes().size())
          .containsExactly(1, 1);
      assertThat(capture.completeRecording().lifecycle())
          .extracting(Finding::kind)
          .containsExactly(FindingKind.DROPPED_BY_LIMIT, FindingKind.DROPPED_BY_LIMIT);
    }
  }

  @Test
  void ids_are_made_anew_for_each_capture_and_for_both_sdks() {
    for (int round = 0; round < 2; round++) {
      try (SpanCapture capture = builder().idGenerator(Counting::new).start()) {
        record(capture, "own");
        share("shared");

        assertThat(capture.recording().spans())
            .extracting(span -> span.data().getSpanId())
            .containsExactly("0000000000000001", "0000000000000002");
      }
    }
  }

  private static final class Counting implements IdGenerator {
    private int spans;
    private int traces;

    @Override
    public String generateSpanId() {
      return "%016x".formatted(++spans);
    }

    @Override
    public String generateTraceId() {
      return "%032x".formatted(++traces);
    }
  }

  @Test
  void propagators_are_used_by_both_sdks() {
    ContextPropagators baggage = ContextPropagators.create(W3CBaggagePropagator.getInstance());
    try (SpanCapture capture = builder().propagators(baggage).start()) {
      Context context = Context.current()
          .with(begin(capture, "apply"))
          .with(Baggage.builder().put("customer", "c-1").build());
      for (OpenTelemetry each : List.of(capture.openTelemetry(), SHARED)) {
        Map<String, String> headers = new HashMap<>();
        each.getPropagators().getTextMapPropagator().inject(context, headers, Map::put);
        assertThat(headers).containsOnlyKeys("baggage");
      }
    }
  }

  @Test
  void a_further_processor_sees_the_spans_of_both_sdks_before_they_are_recorded() {
    try (SpanCapture capture = builder().spanProcessor(Tagging::new).start()) {
      record(capture, "own");
      share("shared");

      assertThat(capture.recording().spans())
          .extracting(span -> span.data().getAttributes().get(stringKey("tag")))
          .containsExactly("1", "2");
    }
    assertThat(Tagging.closed).isEqualTo(1);
  }

  private static final class Tagging implements SpanProcessor {
    private static int closed;
    private int count;

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
      span.setAttribute("tag", String.valueOf(++count));
    }

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return false;
    }

    @Override
    public CompletableResultCode shutdown() {
      closed++;
      return CompletableResultCode.ofSuccess();
    }
  }

  @Test
  void resource_and_clock_are_those_of_its_own_sdk() {
    Resource resource = Resource.create(Attributes.of(stringKey("service.name"), "rewards"));
    TestClock clock = TestClock.create();
    try (SpanCapture capture = builder().resource(resource).clock(clock).start()) {
      record(capture, "apply");

      SpanNode apply = find(capture, "apply");
      assertThat(apply.data().getResource()).isEqualTo(resource);
      assertThat(apply.data().getStartEpochNanos()).isEqualTo(clock.now());
      assertThat(capture.completeRecording().spans()).hasSize(1);
    }
  }

  @Test
  void a_clock_that_the_shared_sdk_cannot_have_is_an_error_with_the_line() {
    try (SpanCapture capture = builder().clock(TestClock.create()).start()) {
      share("review");

      String message = "This test sets a clock, which the shared SDK cannot have: it is"
          + " GlobalOpenTelemetry for all tests. But the span \"review\" was begun there, at ";
      assertThatIllegalStateException()
          .isThrownBy(capture::awaitRecording)
          .withMessageStartingWith(message + ConfigurationTest.class.getName() + ".share(")
          .withMessageEndingWith(
              ". Hand the test's own OpenTelemetry to that code, or do without a clock.");
      assertThatIllegalStateException()
          .isThrownBy(capture::completeRecording)
          .withMessageStartingWith(message);
      assertThat(names(capture)).containsExactly("review");
    }
    try (SpanCapture capture = builder().resource(Resource.empty()).start()) {
      share("review");
      assertThatIllegalStateException()
          .isThrownBy(capture::awaitRecording)
          .withMessageStartingWith("This test sets a resource");
    }
  }

  @Test
  void a_customizer_can_set_what_else_there_is_and_sampling_is_still_seen() {
    Consumer<SdkTracerProviderBuilder> off = tracers -> tracers.setSampler(Sampler.alwaysOff());
    try (SpanCapture capture = builder().customizeTracerProvider(off).start()) {
      record(capture, "own");

      assertThat(capture.whyEmpty().get(0)).contains("1 span, by AlwaysOffSampler.");
    }
  }

  @Test
  void there_are_traces_only_unless_a_customizer_adds_meters() {
    InMemoryMetricReader reader = InMemoryMetricReader.create();
    try (SpanCapture capture = builder()
        .customizeSdk(sdk -> sdk.setMeterProvider(
            SdkMeterProvider.builder().registerMetricReader(reader).build()))
        .start()) {
      capture.openTelemetry().getMeter("test").counterBuilder("coins").build().add(1);
      assertThat(reader.collectAllMetrics()).hasSize(1);
    }
    try (SpanCapture capture = SpanCapture.start()) {
      assertThat(
              capture.openTelemetry().getMeter("test").counterBuilder("coins").build())
          .isInstanceOf(
              OpenTelemetry.noop().getMeter("").counterBuilder("a").build().getClass());
    }
  }

  @Test
  void another_tracer_provider_is_refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> builder()
            .customizeSdk(sdk ->
                sdk.setTracerProvider(OpenTelemetrySdk.builder().build().getSdkTracerProvider()))
            .create())
        .withMessageContaining("use customizeTracerProvider(…), or add RoutingSpanProcessor");
  }

  @Test
  void ignored_spans_are_left_out_and_not_judged() throws Exception {
    try (SpanCapture capture =
        builder().ignore("SELECT *", "scope:io.acme.pool").await(ZERO).start()) {
      Span apply = begin(capture, "apply");
      try (Scope scope = apply.makeCurrent()) {
        Span select = begin(capture, "SELECT heartbeat");
        try (Scope within = select.makeCurrent()) {
          record(capture, "row");
        }
        select.end();
        select.setAttribute("late", true);
      }
      apply.end();
      Spans.onNewThread(() ->
          capture.openTelemetry().getTracer("io.acme.pool").spanBuilder("evict").startSpan());

      Recording recording = capture.completeRecording();
      assertThat(recording.spans()).extracting(SpanNode::name).containsExactly("apply", "row");
      assertThat(recording.spans().get(1).parent()).isSameAs(recording.spans().get(0));
      assertThat(recording.reading().ignored()).isEqualTo(2);
      assertThat(recording.lifecycle()).isEmpty();
    }
  }

  @Test
  void a_wrong_value_says_what_is_right() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().ignore("scope: "))
        .withMessage("ignore takes the name of spans, or \"scope:<name of an instrumentation"
            + " scope>\", with * for any text; was \"scope: \"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().mayGoOn(""))
        .withMessage("mayGoOn takes the name of spans, or \"scope:<name of an instrumentation"
            + " scope>\", with * for any text; was \"\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().await(Duration.ofMillis(-1)))
        .withMessage("await is a duration, zero or longer; was PT-0.001S");
  }
}
