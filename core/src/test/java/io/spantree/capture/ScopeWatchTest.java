package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spantree.model.Moment;
import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
      Span.fromContext(context).end();
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
      assertThat(judged.notChecked()).isEmpty(); // the leak says why the wait was in vain
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

  /** What programs have in a class of their own, so as not to repeat themselves. */
  private static Scope opened(Context context) {
    return context.makeCurrent();
  }

  private static AutoCloseable openedForAnything(Context context) {
    return opened(context);
  }

  private static Closeable openedForInput(Context context) {
    return opened(context)::close;
  }

  /** The same as an object that holds the scope. */
  private static final class Within implements AutoCloseable {
    private final Scope scope;

    Within(Context context) {
      scope = opened(context);
    }

    @Override
    public void close() {
      scope.close();
    }
  }

  interface Opener<S extends AutoCloseable> {
    S open(Context context);
  }

  /** Its method is there twice, also as one that returns any closeable. */
  private static final class OpensScope implements Opener<Scope> {
    @Override
    public Scope open(Context context) {
      return context.makeCurrent();
    }
  }

  static Stream<Opener<?>> helpers() {
    return Stream.of(
        ScopeWatchTest::opened,
        ScopeWatchTest::openedForAnything,
        ScopeWatchTest::openedForInput,
        Within::new,
        new OpensScope());
  }

  @ParameterizedTest
  @MethodSource("helpers")
  void shows_a_scope_that_a_helper_opened_for_code_that_is_at_work(Opener<?> helper)
      throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      var work = pool.submit(() -> {
        try (AutoCloseable scope = helper.open(context)) {
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

  @ParameterizedTest
  @MethodSource("helpers")
  void finds_a_scope_of_a_helper_whose_caller_is_gone(Opener<?> helper) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      var work = pool.submit(() -> {
        leak(helper, context);
        left.countDown();
        over.await();
        return null;
      });
      left.await();
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
      over.countDown();
      work.get();
    }
  }

  @Test
  void finds_a_scope_that_a_task_returned_also_while_its_thread_has_other_work() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      one.submit(() -> context.makeCurrent()).get();
      one.submit(() -> {
        begun.countDown();
        over.await();
        return null;
      });
      begun.await();

      assertThat(judged.notChecked()).isEmpty();
      assertThat(judged.told()).contains("SCOPE_LEAK review");
    } finally {
      over.countDown();
      one.shutdown();
    }
  }

  private static void leak(Opener<?> helper, Context context) {
    helper.open(context);
  }

  @Test
  void takes_nothing_of_javas_own_for_what_closes_a_scope() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      var work = pool.submit(() -> {
        assertThat(leftWithin(context)).hasSize(1);
        left.countDown();
        over.await();
        return null;
      });
      left.await();
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
      over.countDown();
      work.get();
    }
  }

  private static Stream<String> leftWithin(Context context) {
    context.makeCurrent();
    return Stream.of("a result that has to be closed as well");
  }

  @Test
  void names_the_line_that_asked_the_helper() throws Exception {
    try (Judged judged = Judged.start()) {
      Context context = judged.context("review");
      pool.submit(() -> leak(ScopeWatchTest::opened, context)).get();

      Moment opened = judged.findings().get(0).moments().get(0);
      assertThat(String.valueOf(opened.site())).contains("ScopeWatchTest.leak(");
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
  @Timeout(30)
  void waits_for_no_callback_on_a_thread_that_died() throws Exception {
    try (Judged judged = Judged.patient()) {
      Context context = judged.context("review");
      Spans.onNewThread(() -> {
        context.makeCurrent();
      });
      Span.fromContext(context).end();
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
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
