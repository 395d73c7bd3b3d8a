package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.context.SettableContextStorageProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.spantree.model.Ancestry;
import io.spantree.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it exchanges the context storage of the whole JVM")
class CompletionTest {

  private static void withUsersStorage(Runnable work) {
    ContextStorage before = SettableContextStorageProvider.getContextStorage();
    ContextStorage users = ContextStorage.defaultStorage();
    SettableContextStorageProvider.setContextStorage(users);
    try {
      work.run();
      assertThat(SettableContextStorageProvider.getContextStorage()).isSameAs(users);
    } finally {
      SettableContextStorageProvider.setContextStorage(before);
    }
  }

  private static final String[] BY_STORAGE = {
    "LOST_CONTEXT OTHER_STORAGE",
    "SCOPE_LEAK OTHER_STORAGE",
    "SCOPE_CROSSED OTHER_STORAGE",
    "SCOPE_ORDER OTHER_STORAGE"
  };

  @Test
  void says_what_nobody_could_see_with_another_storage_at_the_end() {
    try (Judged judged = Judged.start()) {
      withUsersStorage(() -> assertThat(judged.notChecked()).containsExactly(BY_STORAGE));
      assertThat(judged.notChecked()).isEmpty();
    }
  }

  @Test
  void says_what_nobody_could_see_with_another_storage_at_the_beginning() {
    Judged[] judged = new Judged[1];
    withUsersStorage(() -> judged[0] = Judged.start());
    assertThat(judged[0].notChecked()).containsExactly(BY_STORAGE);
    judged[0].close();
  }

  @Test
  void takes_no_root_for_chosen_that_began_under_another_storage() throws Exception {
    try (Judged judged = Judged.start()) {
      Spans.onNewThread(() -> withUsersStorage(() -> judged.begin("review").end()));
      assertThat(Spans.ancestry(judged.capture(), "review")).isEqualTo(Ancestry.NOT_CHECKED);
      assertThat(judged.notChecked()).containsExactly("LOST_CONTEXT OTHER_STORAGE");
    }
  }

  @Test
  void works_as_before_once_the_users_storage_is_gone() throws Exception {
    withUsersStorage(() -> Judged.start().close());
    try (Judged judged = Judged.start()) {
      Spans.onNewThread(() -> judged.begin("review").end());
      assertThat(Spans.ancestry(judged.capture(), "review")).isEqualTo(Ancestry.LOST_CONTEXT);
      judged.open("leaked");
      assertThat(judged.told()).containsExactly("SCOPE_LEAK leaked");
      assertThat(judged.notChecked()).isEmpty();
    }
  }

  @Test
  void says_that_other_threads_did_not_come_to_rest() throws Exception {
    try (Judged judged = Judged.restless()) {
      judged.begin("apply").end();
      assertThat(judged.notChecked()).isEmpty();
      try (Scope root = Context.root().makeCurrent()) {
        Runnable review = Context.current().wrap(() -> judged.begin("review").end());
        Spans.onNewThread(review);
      }
      assertThat(judged.notChecked()).containsExactly("OPEN_SPAN NOT_AT_REST");
      assertThat(CheckReport.notChecked(judged.complete(), kind -> true))
          .containsExactly("open span: not checked, because other threads had not come to rest"
              + " when the wait was over; what begins later is in no recording.");
    }
  }

  @Test
  void judges_no_span_of_another_sdk_by_limits_that_are_not_its_own() {
    try (Judged judged = Judged.start();
        SdkTracerProvider small = withAttributes(2);
        SdkTracerProvider large = withAttributes(500)) {
      recordFilled(small, "cut", 3);
      Span again = recordFilled(large, "set again", 200);

      assertThat(again.getSpanContext().isValid()).isTrue();
      if (AttributeCount.ofThisSdk() == AttributeCount.OF_KEYS) {
        assertThat(judged.told()).containsExactly("DROPPED_BY_LIMIT cut");
        assertThat(judged.notChecked()).isEmpty();
        return;
      }
      assertThat(judged.told()).isEmpty();
      assertThat(judged.notChecked())
          .containsExactly(
              "DROPPED_BY_LIMIT cut OTHER_LIMITS", "DROPPED_BY_LIMIT set again OTHER_LIMITS");
      assertThat(CheckReport.notChecked(judged.complete(), kind -> true).get(0))
          .startsWith("dropped by limit of cut (started on ")
          .contains("): not checked, because ")
          .endsWith(
              " attributes were set and 2 are there: another SDK made"
                  + " the span, and does not tell whether its limits dropped any, or one was set again.");
    }
  }

  private static SdkTracerProvider withAttributes(int most) {
    return SdkTracerProvider.builder()
        .setSpanLimits(SpanLimits.builder().setMaxNumberOfAttributes(most).build())
        .addSpanProcessor(RoutingSpanProcessor.create())
        .build();
  }

  private static Span recordFilled(SdkTracerProvider provider, String name, int attributes) {
    Span span = provider.get("theirs").spanBuilder(name).startSpan();
    for (int i = 0; i < attributes; i++) {
      span.setAttribute("key." + i, i);
    }
    span.setAttribute("key.0", -1);
    span.end();
    return span;
  }

  @Test
  void says_nothing_more_of_spans_that_are_open_than_that() {
    try (Judged judged = Judged.start()) {
      judged.begin("apply");
      assertThat(judged.notChecked()).isEmpty();
    }
  }

  @Test
  void waits_on_a_thread_that_was_interrupted_before_and_leaves_it_interrupted() {
    try (Judged judged = Judged.patient()) {
      Span span = judged.begin("callback");
      Waiting.whenThisThreadWaits(span::end);
      Thread.currentThread().interrupt();
      boolean open = judged.complete().spans().get(0).isOpen();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(open).isFalse();
    }
  }
}
