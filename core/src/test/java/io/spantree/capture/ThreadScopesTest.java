package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.model.Ancestry;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("MustBeClosedChecker") // scopes that are closed elsewhere, or never
class ThreadScopesTest {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @AfterEach
  void tear_down() {
    pool.shutdown();
  }

  private <T> T onPool(Callable<T> work) throws Exception {
    return pool.submit(work).get();
  }

  private void onPool(Runnable work) throws Exception {
    pool.submit(work).get();
  }

  @Test
  void forget_what_a_test_that_has_ended_left_on_a_thread_of_a_pool() throws Exception {
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      onPool(() -> {
        context.makeCurrent();
        judged.open("inner");
      });
      assertThat(judged.told()).containsExactlyInAnyOrder("SCOPE_LEAK review", "SCOPE_LEAK inner");
    }
    assertThat(onPool(Context::current)).isSameAs(Context.root());

    try (Judged next = Judged.start()) {
      onPool(Context.current().wrap(() -> next.begin("next").end()));
      assertThat(next.complete().roots()).hasSize(1);
      assertThat(next.told()).isEmpty();
    }
  }

  @Test
  void forget_it_also_when_nothing_but_an_attach_comes_by() throws Exception {
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      onPool(() -> {
        context.makeCurrent();
      });
    }
    try (Judged next = Judged.start()) {
      Context context = Context.current();
      onPool(() -> {
        context.makeCurrent().close();
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
      });
      assertThat(next.told()).isEmpty();
    }
  }

  @Test
  void forget_it_also_when_the_very_code_that_left_it_runs_again() throws Exception {
    for (int test = 0; test < 3; test++) {
      try (Judged judged = Judged.start()) {
        Context context = judged.context("review");
        assertThat(onPool(() -> leak(context))).isFalse();
        assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
      }
    }
  }

  /** Whether a span was current before. */
  private static boolean leak(Context context) {
    boolean before = Span.current().getSpanContext().isValid();
    context.makeCurrent();
    return before;
  }

  @Test
  void forget_it_also_when_the_very_line_that_left_it_runs_again() throws Exception {
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      onPool(() -> isLeftBy(context, false));
    }
    try (Judged next = Judged.start()) {
      Context context = next.context("review");
      assertThat(onPool(() -> isLeftBy(context, true))).isFalse();
    }
  }

  /** Whether a span is current after a scope, be it this one or one from before. */
  private static boolean isLeftBy(Context context, boolean closes) {
    Scope scope = context.makeCurrent();
    if (closes) {
      scope.close();
    }
    return Span.current().getSpanContext().isValid();
  }

  @Test
  void keep_what_is_at_work_in_the_context_of_its_test_after_that_has_ended() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Future<Boolean> work;
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      work = pool.submit(() -> {
        try (Scope scope = context.makeCurrent()) {
          opened.countDown();
          over.await();
          return Context.current() == context;
        }
      });
      opened.await();
    }
    over.countDown();

    assertThat(work.get()).isTrue();
    assertThat(onPool(Context::current)).isSameAs(Context.root());
  }

  @Test
  void keep_what_another_test_opened_above_until_that_is_closed() throws Exception {
    Scope[] above = new Scope[1];
    Judged first = Judged.start();
    Context leaked = first.context("leaked");
    onPool(() -> {
      leaked.makeCurrent();
    });
    try (Judged second = Judged.start()) {
      Context context = second.context("review");
      onPool(() -> {
        above[0] = context.makeCurrent();
      });
      onOwnThreadOf(first);
      assertThat(onPool(Context::current)).isSameAs(context);
      onPool(() -> above[0].close());
      assertThat(second.told()).isEmpty();
    }
    first.close();
    assertThat(onPool(Context::current)).isSameAs(Context.root());
  }

  /** Recordings nest on a thread, so that the first can only be ended as if by another thread. */
  private static void onOwnThreadOf(Judged judged) throws Exception {
    Spans.onNewThread(judged::close);
  }

  @Test
  void know_whose_a_scope_is_also_above_a_root_context() {
    try (Judged judged = Judged.start()) {
      Context.root().makeCurrent();
      Baggage.builder()
          .put("partner", "myntra")
          .build()
          .storeInContext(Context.root())
          .makeCurrent();
      assertThat(judged.told()).containsExactly("SCOPE_LEAK -", "SCOPE_LEAK -");
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void know_whose_a_scope_is_also_above_a_root_context_on_a_pool() throws Exception {
    Scope[] inner = new Scope[1];
    try (Judged judged = Judged.start()) {
      onPool(Context.current().wrap(() -> {
        try (Scope scope = Context.root().makeCurrent()) {
          inner[0] = Context.root().with(Baggage.empty()).makeCurrent();
        }
      }));
      assertThat(judged.told()).containsExactly("SCOPE_LEAK -");
    }
    assertThat(onPool(Context::current)).isSameAs(Context.root());
  }

  @Test
  void leave_a_recording_within_to_close_its_own_scopes() {
    try (Judged outer = Judged.start()) {
      Scope scope = outer.open("apply");
      try (Judged inner = Judged.start()) {
        inner.open("leaked");
        assertThat(inner.told()).containsExactly("SCOPE_LEAK leaked");
      }
      scope.close();
      assertThat(outer.told()).isEmpty();
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void are_clean_after_leaks_within_leaks() {
    try (Judged judged = Judged.start()) {
      judged.open("a");
      judged.open("b");
      try (Scope scope = judged.open("c")) {
        judged.open("d");
      }
      assertThat(judged.told()).containsExactly("SCOPE_LEAK a", "SCOPE_LEAK b", "SCOPE_LEAK d");
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void let_what_was_opened_outside_of_tests_be_closed_outside_of_tests() {
    Scope scope;
    try (Scope outside = SpanRouter.outsideOfTests()) {
      scope = Baggage.builder().put("tenant", "t-1").build().makeCurrent();
    }
    assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("t-1");
    try (Judged judged = Judged.start()) {
      judged.begin("apply").end();
      assertThat(judged.complete().roots()).hasSize(1);
      assertThat(judged.told()).isEmpty();
    }
    try (Scope outside = SpanRouter.outsideOfTests()) {
      scope.close();
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void keep_baggage_but_no_span_from_around_a_recording() {
    try (Judged around = Judged.start()) {
      Context elsewhere = Context.root().with(around.begin("elsewhere"));
      Baggage tenant = Baggage.builder().put("tenant", "t-1").build();
      try (Scope scope = tenant.storeInContext(elsewhere).makeCurrent();
          Judged judged = Judged.start()) {
        assertThat(Baggage.current()).isEqualTo(tenant);
        judged.begin("apply").end();
        assertThat(judged.complete().roots()).hasSize(1);
        assertThat(Spans.ancestry(judged.capture(), "apply")).isEqualTo(Ancestry.TEST_ROOT);
      }
    }
  }
}
