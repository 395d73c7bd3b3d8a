package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("MustBeClosedChecker") // scopes that are closed elsewhere, or never
class ScopeWatchTest {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @AfterEach
  void tear_down() {
    pool.shutdown();
  }

  @Test
  void finds_a_scope_on_the_tests_own_thread() {
    try (Judged judged = Judged.start()) {
      judged.open("review");
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
      assertThat(judged.notChecked()).isEmpty();
    }
  }

  @Test
  void finds_a_scope_on_a_thread_that_died() throws Exception {
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      Spans.onNewThread(() -> {
        context.makeCurrent();
      });
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
    }
  }

  @Test
  void finds_a_scope_on_a_pool_whose_opener_is_gone() throws Exception {
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      pool.submit(() -> {
            context.makeCurrent();
          })
          .get();
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
    }
  }

  @Test
  void shows_a_scope_whose_opener_is_at_work() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      var work = pool.submit(() -> {
        try (Scope scope = context.makeCurrent()) {
          opened.countDown();
          over.await();
        }
        return null;
      });
      opened.await();
      assertThat(judged.told()).isEmpty();
      assertThat(judged.notChecked()).containsExactly("SCOPE_LEAK review STILL_RUNNING");
      over.countDown();
      work.get();
      assertThat(judged.notChecked()).isEmpty();
    }
  }

  @Test
  void waits_for_the_callback_that_closes_a_scope() throws Exception {
    AtomicReference<Scope> scope = new AtomicReference<>();
    try (Judged judged = Judged.patient()) {
      Context context = judged.context("review");
      pool.submit(() -> scope.set(context.makeCurrent())).get();
      Span.fromContext(context).end();
      Waiting.whenThisThreadWaits(() -> pool.execute(() -> scope.get().close()));
      assertThat(judged.told()).isEmpty();
    }
  }

  @Test
  void sees_only_the_scopes_of_its_own_recording() throws Exception {
    try (Judged judged = Judged.start()) {
      Context mine = judged.context("mine");
      Spans.onNewThread(() -> {
        try (Judged other = Judged.start()) {
          mine.makeCurrent();
          assertThat(other.told()).isEmpty();
        }
      });
      assertThat(judged.told()).containsExactly("SCOPE_LEAK mine");
    }
  }

  @Test
  void knows_a_bare_scope_on_another_thread_by_its_recorded_span() throws Exception {
    try (Judged judged = Judged.start()) {
      Spans.onNewThread(() -> {
        judged.open("review");
      });
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
    }
  }
}
