package io.spantree.samples.docs;

import static io.spantree.assertions.TraceAssertions.assertChecks;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.assertions.TraceAssertions.awaitTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spantree.capture.RoutingSpanProcessor;
import io.spantree.capture.SpanCapture;
import io.spantree.junit.Allow;
import io.spantree.junit.TraceTest;
import io.spantree.junit.TraceTestExtension;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.runner.JUnitCore;

/** What docs/trace-test.md shows. */
class GuideTest {

  private static void record(OpenTelemetry openTelemetry, String name) {
    openTelemetry.getTracer("rewards").spanBuilder(name).startSpan().end();
  }

  // snippet: own-annotation
  @TraceTest(ignore = "scope:io.opentelemetry.jdbc*", await = "5 s")
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface RewardsTest {}
  // end

  @Nested
  @RewardsTest
  class Annotated {
    @Test
    void test(OpenTelemetry openTelemetry) {
      record(openTelemetry, "apply");
      assertTrace().hasSpan("apply");
    }
  }

  @Nested
  class Built {
    // snippet: builder
    @RegisterExtension
    static final TraceTestExtension TRACES = TraceTestExtension.builder()
        .sampler(Sampler.parentBased(Sampler.alwaysOn()))
        .spanLimits(SpanLimits.builder().setMaxNumberOfEvents(10).build())
        .ignore("SELECT replication_heartbeat")
        .build();

    // end

    @Test
    void test(OpenTelemetry openTelemetry) {
      record(openTelemetry, "SELECT replication_heartbeat");
      record(openTelemetry, "apply");
      assertTrace().hasExactShape("span apply");
    }
  }

  @Nested
  @TraceTest
  class Awaits {
    // snippet: await-trace
    @Test
    void writes_the_audit_a_little_later(OpenTelemetry openTelemetry) {
      auditLater(openTelemetry);

      awaitTrace(
          Duration.ofSeconds(5), trace -> trace.hasSpan("rewards.audit.write").once());
    }
    // end

    private void auditLater(OpenTelemetry openTelemetry) {
      new Thread(Context.current().wrap(() -> record(openTelemetry, "rewards.audit.write")))
          .start();
    }
  }

  @Nested
  @TraceTest
  class Allows {
    // snippet: allow
    @Test
    @Allow(
        kind = FindingKind.LOST_CONTEXT,
        span = "rewards.expiry.*",
        reason = "a scheduler's job belongs to no request")
    void expires_coins(OpenTelemetry openTelemetry) throws Exception {
      ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
      scheduler
          .schedule(() -> record(openTelemetry, "rewards.expiry.run"), 1, TimeUnit.MILLISECONDS)
          .get();
      scheduler.shutdown();
    }
    // end
  }

  @Nested
  @TraceTest
  class Global {
    // snippet: global
    @Test
    void records_the_global() {
      record(GlobalOpenTelemetry.get(), "apply");

      assertTrace().hasSpan("apply");
    }
    // end
  }

  @Nested
  @TraceTest
  class Adopts {
    @Test
    void test() {
      // snippet: adopt
      OpenTelemetrySdk yours = OpenTelemetrySdk.builder()
          .setTracerProvider(SdkTracerProvider.builder()
              .addSpanProcessor(RoutingSpanProcessor.create())
              .build())
          .build();
      // end
      record(yours, "apply");
      assertTrace().hasSpan("apply");
    }
  }

  @Test
  void records_without_junit() {
    // snippet: by-hand
    try (SpanCapture capture = SpanCapture.builder().ignore("heartbeat").start()) {
      record(capture.openTelemetry(), "apply");

      assertTrace().hasSpan("apply");
      assertThat(capture.awaitRecording().spans()).extracting(SpanNode::name).contains("apply");
      assertChecks(capture);
    }
    // end
  }

  @Test
  void records_with_junit_4() {
    assertThat(JUnitCore.runClasses(ApplyTest.class).getFailures()).isEmpty();
  }

  // snippet: junit-4
  public static class ApplyTest {
    private SpanCapture capture;

    @org.junit.Before
    public void begin() {
      capture = SpanCapture.start();
    }

    @org.junit.Test
    public void applies() {
      record(capture.openTelemetry(), "apply");

      assertTrace().hasSpan("apply");
    }

    @org.junit.After
    public void end() {
      try (SpanCapture ending = capture) {
        assertChecks(ending);
      }
    }
  }
  // end
}
