package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test is told that asserts on spans and has none. */
class WhyEmptyTest {

  @BeforeEach
  @AfterEach
  void clear() {
    GlobalOpenTelemetry.resetForTest();
    System.clearProperty(GlobalMode.PROPERTY);
  }

  private static void serveUnsampled(Tracer tracer) {
    Context header = Context.root()
        .with(Span.wrap(SpanContext.createFromRemoteParent(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getDefault(),
            TraceState.getDefault())));
    tracer.spanBuilder("served").setParent(header).startSpan().end();
  }

  @Test
  void counts_what_the_sampler_dropped_in_the_captures_own_sdk_and_in_the_shared_one() {
    try (SpanCapture other = SpanCapture.builder().create();
        SpanCapture capture = SpanCapture.start()) {
      serveUnsampled(Spans.tracer(capture));
      serveUnsampled(SpanRouter.openTelemetry().getTracer("shared"));

      assertThat(capture.recording().isEmpty()).isTrue();
      assertThat(capture.whyEmpty().get(0))
          .isEqualTo("The sampler dropped what began: 2 spans, by a remote parent with the flags 00"
              + " perhaps.");
      assertThat(other.whyEmpty()).noneMatch(reason -> reason.contains("sampler"));
    }
  }

  @Test
  void names_who_holds_the_global() {
    try (OpenTelemetrySdk theirs = OpenTelemetrySdk.builder().buildAndRegisterGlobal();
        GlobalHold hold = SpanRouter.holdGlobal();
        SpanCapture capture = SpanCapture.start()) {
      assertThat(capture.whyEmpty().get(0))
          .startsWith("GlobalOpenTelemetry is held by io.opentelemetry.sdk.")
          .contains("(WhyEmptyTest.java:")
          .endsWith("Spantree leaves it alone, and does not see its spans.");
    }
  }

  @Test
  void names_who_asked_for_the_global_too_early() {
    Tracer cached = GlobalOpenTelemetry.getTracer("cached");
    try (GlobalHold hold = SpanRouter.holdGlobal();
        SpanCapture capture = SpanCapture.start()) {
      cached.spanBuilder("apply").startSpan().end();

      assertThat(capture.whyEmpty().get(0))
          .startsWith("GlobalOpenTelemetry was asked for at " + WhyEmptyTest.class.getName())
          .endsWith("spantree.global=session sets it before the first test.");
    }
  }

  @Test
  void says_that_the_global_is_not_held() {
    try (SpanCapture capture = SpanCapture.start()) {
      assertThat(capture.whyEmpty().get(0))
          .isEqualTo("What uses GlobalOpenTelemetry is not recorded here: only @TraceTest and"
              + " SpanRouter.holdGlobal() make it so.");
      System.setProperty(GlobalMode.PROPERTY, "off");
      assertThat(capture.whyEmpty().get(0))
          .isEqualTo("What uses GlobalOpenTelemetry is not recorded here: spantree.global is off.");
    }
  }

  @Test
  void says_that_spans_were_unclaimed() throws Exception {
    try (SpanCapture other = SpanCapture.builder().create();
        SpanCapture capture = SpanCapture.start()) {
      Tracer tracer = SpanRouter.openTelemetry().getTracer("shared");
      Spans.onNewThread(() -> tracer.spanBuilder("poll").startSpan().end());

      assertThat(capture.whyEmpty().get(0))
          .isEqualTo("Root spans that began without a context while several tests were recording:"
              + " 1. They belong to no test; this one may have caused them.");
    }
  }
}
