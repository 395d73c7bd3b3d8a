package io.spantree.junit;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.spantree.model.FindingKind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets a system property that all checks read")
class AllowTest {

  private static void lose(Tracer tracer, String name) throws Exception {
    Threads.NEW_THREAD.run(() -> tracer.spanBuilder(name).startSpan().end());
  }

  @AfterEach
  void tear_down() {
    System.clearProperty(CheckMode.PROPERTY);
  }

  @Test
  void passes_over_what_is_allowed() {
    Engine.passes(3, Allowed.class);
  }

  @TraceTest
  @Allow(kind = FindingKind.LOST_CONTEXT, span = "heart*", reason = "a timer has no request")
  static class Allowed {
    @Test
    @Allow(kind = FindingKind.LOST_CONTEXT, span = "one", reason = "the first of two")
    @Allow(kind = FindingKind.LOST_CONTEXT, span = "two", reason = "the second of two")
    void repeated(Tracer tracer) throws Exception {
      lose(tracer, "one");
      lose(tracer, "two");
    }

    @Test
    void by_the_class(Tracer tracer) throws Exception {
      lose(tracer, "heartbeat");
    }

    @Nested
    class Inner {
      @Test
      void by_the_class_around(Tracer tracer) throws Exception {
        lose(tracer, "heart");
      }
    }
  }

  @Test
  void says_how_to_allow_what_is_right() {
    assertThat(Engine.failure(Mixed.class, ""))
        .startsWith("Instrumentation checks failed: 1 finding\n\n  LOST CONTEXT  review ")
        .endsWith("  right as it is? Then write above the test:"
            + " @Allow(kind = FindingKind.LOST_CONTEXT, span = \"review\", reason = \"…\")");
  }

  @TraceTest
  static class Mixed {
    @Test
    @Allow(kind = FindingKind.LOST_CONTEXT, span = "heartbeat", reason = "a timer")
    void test(Tracer tracer) throws Exception {
      lose(tracer, "heartbeat");
      lose(tracer, "review");
    }
  }

  @Test
  void fails_for_an_exception_that_nothing_needed() {
    String unused = "@Allow(kind = FindingKind.OPEN_SPAN, span = \"100%\", reason = \"no more\")"
        + " allowed nothing. Remove it, or correct its kind or span.";
    assertThat(Engine.failure(UnusedOnMethod.class, "")).isEqualTo(unused);
    assertThat(Engine.failure(UnusedOnClass.class, "")).isEqualTo(unused);
  }

  @TraceTest
  static class UnusedOnMethod {
    @Test
    @Allow(kind = FindingKind.OPEN_SPAN, span = "100%", reason = "no more")
    void test() {}
  }

  @TraceTest
  @Allow(kind = FindingKind.OPEN_SPAN, span = "100%", reason = "no more")
  static class UnusedOnClass {
    @Test
    void one() {}

    @Test
    void other() {}
  }

  @Test
  void blames_no_exception_of_a_class_of_which_only_a_part_was_checked() {
    assertThat(Engine.failure(UnusedOnClass.class, "one")).isEmpty();
    assertThat(Engine.failure(PartlyChecked.class, "")).isEqualTo("failed");
  }

  @TraceTest
  @Allow(kind = FindingKind.OPEN_SPAN, span = "100%", reason = "no more")
  static class PartlyChecked {
    @Test
    void passes() {}

    @Test
    void fails() {
      throw new IllegalStateException("failed");
    }

    @Test
    @Disabled
    void skipped() {}
  }

  @Test
  void nothing_can_be_forbidden_while_a_span_is_open_that_nobody_has_allowed() {
    Engine.passes(1, AllowedToGoOn.class);
    assertThat(Engine.failure(GoesOn.class, ""))
        .startsWith("Expected no span a: 1 finding\n\n  OPEN SPAN  heartbeat was still open after");
    assertThat(Engine.failure(AllowedForAnotherReason.class, ""))
        .startsWith("Expected no span a: 1 finding\n\n  OPEN SPAN  apply was still open after");
  }

  @TraceTest(await = "1 ms")
  static class AllowedToGoOn {
    @Test
    @Allow(kind = FindingKind.OPEN_SPAN, span = "heart*", reason = "it never ends")
    void test(Tracer tracer) {
      tracer.spanBuilder("heartbeat").startSpan();
      assertTrace().hasNoSpan("a");
    }
  }

  @Test
  void what_let_a_wait_be_in_vain_has_allowed_something() {
    Engine.passes(1, AllowedUntilItEnds.class);
    assertThat(Engine.failure(EndsInTime.class, ""))
        .contains("span = \"heart*\"", "allowed nothing");
  }

  @TraceTest(await = "1 ms")
  static class AllowedUntilItEnds {
    @Test
    @Allow(kind = FindingKind.OPEN_SPAN, span = "heart*", reason = "it comes and goes")
    void test(Tracer tracer) {
      Span heartbeat = tracer.spanBuilder("heartbeat").startSpan();
      Span below = tracer
          .spanBuilder("below")
          .setParent(heartbeat.storeInContext(Context.root()))
          .startSpan();
      heartbeat.end();
      assertTrace().hasNoSpan("a");
      below.end();
    }
  }

  @TraceTest(await = "1 ms")
  static class EndsInTime {
    @Test
    @Allow(kind = FindingKind.OPEN_SPAN, span = "heart*", reason = "it came and went")
    void test(Tracer tracer) {
      Span heartbeat = tracer.spanBuilder("heartbeat").startSpan();
      heartbeat.end();
      assertTrace().hasNoSpan("a");
    }
  }

  @TraceTest(await = "1 ms")
  static class AllowedForAnotherReason {
    @Test
    @Allow(kind = FindingKind.SCOPE_LEAK, span = "apply", reason = "the framework keeps it")
    void test(Tracer tracer) {
      tracer.spanBuilder("apply").startSpan();
      assertTrace().hasNoSpan("a");
    }
  }

  @TraceTest(await = "1 ms")
  static class GoesOn {
    @Test
    void test(Tracer tracer) {
      Span heartbeat = tracer.spanBuilder("heartbeat").startSpan();
      assertTrace().hasNoSpan("a");
      heartbeat.end();
    }
  }

  @Test
  void wants_a_reason() {
    assertThat(Engine.failure(WithoutReason.class, ""))
        .isEqualTo("@Allow(kind = OPEN_SPAN, span = \"a\") needs a reason, for those who read it"
            + " after you.");
  }

  @TraceTest
  static class WithoutReason {
    @Test
    @Allow(kind = FindingKind.OPEN_SPAN, span = "a", reason = " ")
    void test() {}
  }

  @Test
  void never_masks_a_failure() {
    assertThat(Engine.failure(FailsItself.class, "")).isEqualTo("from @AfterEach");
  }

  @TraceTest
  static class FailsItself {
    @Test
    void test(Tracer tracer) throws Exception {
      lose(tracer, "review");
    }

    @AfterEach
    void tear_down() {
      throw new IllegalStateException("from @AfterEach");
    }
  }

  @Test
  void warns_or_is_silent_when_the_property_says_so() {
    System.setProperty(CheckMode.PROPERTY, "warn");
    List<String> warned = Engine.entries(Wrong.class);
    assertThat(warned).hasSize(1);
    assertThat(warned.get(0)).startsWith("Instrumentation checks failed: 1 finding");

    System.setProperty(CheckMode.PROPERTY, "off");
    assertThat(Engine.entries(Wrong.class)).isEmpty();
    Engine.passes(1, Wrong.class);

    System.setProperty(CheckMode.PROPERTY, "on");
    assertThat(Engine.failure(Wrong.class, ""))
        .contains("The system property spantree.checks is fail, warn or off; was \"on\".");
  }

  @TraceTest
  static class Wrong {
    @Test
    void test(Tracer tracer) throws Exception {
      lose(tracer, "review");
    }
  }
}
