package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spantree.model.FindingKind;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** None of the fixtures asserts anything. */
class DetectorChecksTest {
  private static final Logger SDK_LOG = Logger.getLogger("io.opentelemetry.sdk.trace.SdkSpan");

  private static SpanContext context(TraceFlags flags) {
    return SpanContext.create(
        "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", flags, TraceState.getDefault());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "setsAnAttribute | WRITE AFTER END | review: setAttribute() came after its end",
        "addsAnEventElsewhere | WRITE AFTER END | review: addEvent() came after its end",
        "setsTheStatus | WRITE AFTER END | review: setStatus() came after its end",
        "tooManyAttributes | DROPPED BY LIMIT | review was given 129 attributes and kept 128",
        "tooManyEvents | DROPPED BY LIMIT | review was given 129 events and kept 128 events",
        "tooManyLinks | DROPPED BY LIMIT | review was given 130 links and kept 128 links",
        "flagsLost | SAMPLED OUT | review was not recorded: the sampled flag of its local parent",
      })
  void fails_a_test_without_assertions(String fixture, String label, String sentence) {
    assertThat(Engine.failure(Broken.class, fixture))
        .startsWith("Instrumentation checks failed: 1 finding\n\n  " + label + "  " + sentence)
        .contains("(DetectorChecksTest.java:");
  }

  @TraceTest
  static class Broken {
    private static Span ended(Tracer tracer) {
      tracer.spanBuilder("other").startSpan().end();
      Span span = tracer.spanBuilder("review").startSpan();
      span.end();
      tracer.spanBuilder("other").startSpan().end();
      return span;
    }

    @Test
    void setsAnAttribute(Tracer tracer) {
      ended(tracer).setAttribute("fraud.decision", "manual_review");
    }

    @Test
    void addsAnEventElsewhere(Tracer tracer) throws Exception {
      Span span = ended(tracer);
      Threads.NEW_THREAD.run(() -> span.addEvent("queued"));
    }

    @Test
    void setsTheStatus(Tracer tracer) {
      ended(tracer).setStatus(io.opentelemetry.api.trace.StatusCode.ERROR);
    }

    @Test
    void tooManyAttributes(Tracer tracer) {
      Span span = tracer.spanBuilder("review").startSpan();
      for (int i = 0; i < 129; i++) {
        span.setAttribute("key." + i, i);
      }
      span.end();
    }

    @Test
    void tooManyEvents(Tracer tracer) {
      Span span = tracer.spanBuilder("review").startSpan();
      for (int i = 0; i < 129; i++) {
        span.addEvent("event " + i);
      }
      span.end();
    }

    @Test
    void tooManyLinks(Tracer tracer) {
      var builder = tracer.spanBuilder("review");
      for (int i = 0; i < 130; i++) {
        builder.addLink(context(TraceFlags.getSampled()));
      }
      builder.startSpan().end();
    }

    @Test
    void flagsLost(Tracer tracer) {
      Context parent = Context.current().with(Span.wrap(context(TraceFlags.getDefault())));
      Span review = tracer.spanBuilder("review").setParent(parent).startSpan();
      Context inner = Context.current().with(review);
      tracer.spanBuilder("inner").setParent(inner).startSpan().end();
      review.end();
    }
  }

  @Test
  void finds_a_second_end_on_request_only() {
    assertThat(Engine.failure(EndedTwice.class, "")).startsWith("""
            Instrumentation checks failed: 1 finding

              ENDED TWICE  review was ended twice; the second end() was ignored
                           called on main at io.spantree.junit.DetectorChecksTest$EndedTwice.test(""").contains("""
                           Who ends it, the code that began it or the one that it calls?
            """);
  }

  @TraceTest(require = FindingKind.ENDED_TWICE)
  static class EndedTwice {
    @Test
    void test(Tracer tracer) {
      Span span = tracer.spanBuilder("review").startSpan();
      span.end();
      span.end();
    }
  }

  @Test
  void says_when_there_was_more_than_is_kept() {
    assertThat(Engine.entries(TooMany.class))
        .containsExactly("write after end: not checked, because only the first 1,000 of a kind are"
            + " kept, and more came after them.");
    assertThat(Engine.entries(JustAll.class)).isEmpty();
  }

  @TraceTest
  @Allow(kind = FindingKind.WRITE_AFTER_END, span = "review", reason = "it is what is tested")
  static class TooMany {
    @Test
    void test(Tracer tracer) {
      writeInVain(tracer, 1_001);
    }
  }

  @TraceTest
  @Allow(kind = FindingKind.WRITE_AFTER_END, span = "review", reason = "it is what is tested")
  static class JustAll {
    @Test
    void test(Tracer tracer) {
      writeInVain(tracer, 1_000);
    }
  }

  private static void writeInVain(Tracer tracer, int times) {
    Span span = tracer.spanBuilder("review").startSpan();
    span.end();
    for (int i = 0; i < times; i++) {
      span.setAttribute("late", i);
      span.end();
    }
  }

  @Test
  void passes_the_correct_twins() {
    Engine.passes(3, Correct.class);
    Engine.passesInParallel(3, Correct.class);
  }

  @TraceTest
  static class Correct {
    @Test
    void writesBeforeTheEnd(Tracer tracer) {
      Span span = tracer.spanBuilder("review").startSpan();
      span.setAttribute("fraud.decision", "approved");
      span.end();
      span.end();
    }

    @Test
    void fillsTheLimit(Tracer tracer) {
      Span span = tracer.spanBuilder("review").startSpan();
      for (int i = 0; i < 127; i++) {
        span.setAttribute("key." + i, i).setAttribute("key." + i, i + 1);
      }
      for (int i = 0; i < 128; i++) {
        span.addEvent("event " + i);
      }
      span.end();
    }

    @Test
    void writesOnASpanOfNoRecording() throws Exception {
      // Its span has ended with the recording that it was of.
      Span foreign;
      try (var capture = io.spantree.capture.SpanCapture.start()) {
        foreign =
            capture.openTelemetry().getTracer("other").spanBuilder("other").startSpan();
        foreign.end();
      }
      foreign.setAttribute("late", true);
    }
  }

  @Test
  void hears_of_writes_although_others_use_the_log() {
    Filter usersFilter = log -> true;
    try {
      SDK_LOG.setFilter(usersFilter);
      SDK_LOG.setLevel(Level.OFF);
      fails_a_test_without_assertions(
          "setsAnAttribute", "WRITE AFTER END", "review: setAttribute() came after its end");
      LogManager.getLogManager().reset();
      fails_a_test_without_assertions(
          "setsAnAttribute", "WRITE AFTER END", "review: setAttribute() came after its end");
    } finally {
      SDK_LOG.setFilter(null);
      SDK_LOG.setLevel(null);
    }
  }

  @Test
  void says_when_the_log_is_silent() {
    assertThat(Engine.entries(Silent.class))
        .containsExactly("write after end: not checked, because the log of"
            + " io.opentelemetry.sdk.trace.SdkSpan at level FINE does not arrive.");
  }

  @TraceTest
  static class Silent {
    @Test
    void test() {
      SDK_LOG.setLevel(Level.OFF);
    }
  }
}
