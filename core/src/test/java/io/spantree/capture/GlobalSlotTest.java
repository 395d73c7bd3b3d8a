package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.spantree.model.SpanNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has {@code GlobalOpenTelemetry}, and when. */
class GlobalSlotTest {

  @BeforeEach
  @AfterEach
  void clear() {
    GlobalOpenTelemetry.resetForTest();
    System.clearProperty(GlobalMode.PROPERTY);
  }

  private static boolean isOurs() {
    return provider() == SpanRouter.openTelemetry().getTracerProvider();
  }

  private static TracerProvider provider() {
    return GlobalOpenTelemetry.get().getTracerProvider();
  }

  /** The question would fill the place, so that it is asked for by setting it. */
  private static boolean isFree() {
    try {
      GlobalOpenTelemetry.set(OpenTelemetry.propagating(SdkSettings.PROPAGATORS));
      return true;
    } catch (IllegalStateException taken) {
      return false;
    }
  }

  @Test
  void is_ours_until_the_last_hold_is_closed_and_then_free() {
    GlobalHold first = SpanRouter.holdGlobal();
    GlobalHold second = SpanRouter.holdGlobal();
    assertThat(isOurs()).isTrue();
    assertThat(SpanRouter.globalHolder()).isEmpty();

    first.close();
    first.close();
    assertThat(isOurs()).isTrue();
    second.close();
    assertThat(isFree()).isTrue();
  }

  @Test
  void leads_the_spans_of_a_tracer_got_in_an_earlier_hold_to_the_test() {
    Tracer cached;
    try (GlobalHold earlier = SpanRouter.holdGlobal()) {
      cached = GlobalOpenTelemetry.getTracer("cached");
    }
    try (GlobalHold hold = SpanRouter.holdGlobal();
        SpanCapture capture = SpanCapture.start()) {
      cached.spanBuilder("apply").startSpan().end();
      GlobalOpenTelemetry.getTracer("fresh").spanBuilder("review").startSpan().end();

      assertThat(capture.recording().spans())
          .extracting(SpanNode::name)
          .containsExactly("apply", "review");
    }
  }

  @Test
  void is_left_to_who_has_set_it_and_names_the_line() {
    try (OpenTelemetrySdk theirs = OpenTelemetrySdk.builder().buildAndRegisterGlobal()) {
      try (GlobalHold hold = SpanRouter.holdGlobal()) {
        assertThat(provider()).isSameAs(theirs.getTracerProvider());
        assertThat(SpanRouter.globalHolder().orElseThrow())
            .startsWith(theirs.getTracerProvider().getClass().getName() + ", set at ")
            .contains(GlobalSlotTest.class.getName())
            .contains("(GlobalSlotTest.java:");
      }
      assertThat(provider()).isSameAs(theirs.getTracerProvider());
      assertThat(SpanRouter.globalHolder()).isEmpty();
    }
  }

  @Test
  void is_left_to_who_has_taken_it_from_us() {
    GlobalHold hold = SpanRouter.holdGlobal();
    GlobalOpenTelemetry.resetForTest();
    try (OpenTelemetrySdk theirs = OpenTelemetrySdk.builder().buildAndRegisterGlobal()) {
      hold.close();
      assertThat(provider()).isSameAs(theirs.getTracerProvider());
    }
  }

  @Test
  void stays_free_when_somebody_has_reset_ours() {
    GlobalHold hold = SpanRouter.holdGlobal();
    GlobalOpenTelemetry.resetForTest();

    hold.close();
    assertThat(isFree()).isTrue();
  }

  @Test
  void is_taken_from_a_no_op_that_a_question_installed_and_the_asker_is_known() {
    assertThat(provider()).isSameAs(TracerProvider.noop());

    try (GlobalHold hold = SpanRouter.holdGlobal()) {
      assertThat(isOurs()).isTrue();
      assertThat(GlobalSlot.INSTANCE.earlyNoop().orElseThrow())
          .startsWith("at " + GlobalSlotTest.class.getName() + ".provider(");
    }
    assertThat(isFree()).isTrue();
  }

  @Test
  void is_held_for_the_session_or_never_as_the_property_says() {
    try (GlobalHold session = SpanRouter.holdGlobalForSession()) {
      assertThat(isFree()).isTrue();
    }
    GlobalOpenTelemetry.resetForTest();
    System.setProperty(GlobalMode.PROPERTY, "off");
    try (GlobalHold hold = SpanRouter.holdGlobal()) {
      assertThat(isFree()).isTrue();
    }
    GlobalOpenTelemetry.resetForTest();
    System.setProperty(GlobalMode.PROPERTY, "session");
    try (GlobalHold session = SpanRouter.holdGlobalForSession()) {
      assertThat(isOurs()).isTrue();
    }
    assertThat(isFree()).isTrue();
  }

  @Test
  void is_not_held_by_a_misspelt_mode() {
    System.setProperty(GlobalMode.PROPERTY, "Session");
    assertThatIllegalArgumentException()
        .isThrownBy(SpanRouter::holdGlobal)
        .withMessage(
            "The system property spantree.global is class, session or off; was \"Session\".");
  }
}
