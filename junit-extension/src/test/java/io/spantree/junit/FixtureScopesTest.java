package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes that are opened and closed around a test, by whom they may. */
@SuppressWarnings("MustBeClosedChecker") // they are closed elsewhere
class FixtureScopesTest {

  @AfterEach
  void nothing_is_left_on_this_thread() {
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void may_be_opened_before_all_tests_and_closed_after_them() {
    Engine.passes(2, AroundAll.class);
  }

  @TraceTest
  static class AroundAll {
    private static Scope baggage = Scope.noop();
    private static Scope scope = Scope.noop();
    private static Span span = Span.getInvalid();

    @BeforeAll
    static void open(Tracer tracer) {
      baggage = Baggage.builder().put("tenant", "t-1").build().makeCurrent();
      span = tracer.spanBuilder("around all").startSpan();
      scope = span.makeCurrent();
    }

    @AfterAll
    static void close() {
      assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("t-1");
      scope.close();
      span.end();
      baggage.close();
      assertThat(Baggage.current().getEntryValue("tenant")).isNull();
    }

    @Test
    void one(Tracer tracer, SpanCapture capture) {
      tracer.spanBuilder("apply").startSpan().end();
      assertThat(capture.recording().roots()).hasSize(1);
    }

    @Test
    void two(Tracer tracer, SpanCapture capture) {
      one(tracer, capture);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ByAnEarlierExtension.class, ByAnEarlierExtensionOfOneInstance.class})
  void may_be_opened_and_closed_by_an_extension_that_comes_first(Class<?> fixture) {
    Engine.passes(2, fixture);
    Engine.passesInParallel(2, fixture);
  }

  static final class Tenant implements BeforeEachCallback, AfterEachCallback {
    private final ThreadLocal<Runnable> closing = new ThreadLocal<>();

    @Override
    public void beforeEach(ExtensionContext context) {
      Scope baggage = Baggage.builder().put("tenant", "t-1").build().makeCurrent();
      Span span = GlobalOpenTelemetry.getTracer("tenant").spanBuilder("tenant").startSpan();
      Scope scope = span.makeCurrent();
      closing.set(() -> {
        scope.close();
        span.end();
        baggage.close();
      });
    }

    @Override
    public void afterEach(ExtensionContext context) {
      closing.get().run();
    }
  }

  @ExtendWith(Tenant.class)
  @TraceTest
  static class ByAnEarlierExtension {
    @Test
    void one(Tracer tracer) {
      tracer.spanBuilder("apply").startSpan().end();
    }

    @Test
    void two(Tracer tracer) {
      tracer.spanBuilder("apply").startSpan().end();
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class ByAnEarlierExtensionOfOneInstance extends ByAnEarlierExtension {}
}
