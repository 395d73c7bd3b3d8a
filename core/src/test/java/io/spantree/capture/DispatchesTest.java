package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.spantree.model.Dispatch;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of the thread on which a span lost its context, so that advice fits. */
class DispatchesTest {

  /** Starts a task on another thread, which tells when it is done. */
  private interface Hop {
    void start(Runnable task) throws Exception;
  }

  static Stream<Arguments> hops() {
    return Stream.of(
        hop("execute", Dispatch.EXECUTOR, task -> onPool(pool -> pool.execute(task))),
        hop("submit", Dispatch.EXECUTOR, task -> onPool(pool -> pool.submit(task))),
        hop("async", Dispatch.EXECUTOR, t -> onPool(pool -> CompletableFuture.runAsync(t, pool))),
        hop("schedule", Dispatch.EXECUTOR, task -> scheduled(pool -> delayed(task, pool))),
        hop("at fixed rate", Dispatch.PERIODIC_TASK, task -> scheduled(pool -> again(task, pool))),
        hop("a pool of one's own", Dispatch.EXECUTOR, task -> new ForkJoinPool(1).execute(task)),
        hop("common pool", Dispatch.COMMON_POOL, ForkJoinPool.commonPool()::execute),
        hop("async by default", Dispatch.COMMON_POOL, CompletableFuture::runAsync),
        hop("timer", Dispatch.TIMER, DispatchesTest::byTimer),
        hop("thread", Dispatch.THREAD, task -> new Thread(task).start()),
        hop("thread that runs itself", Dispatch.THREAD, task -> new Own(task).start()));
  }

  private static Arguments hop(String name, Dispatch dispatch, Hop hop) {
    return argumentSet(name, dispatch, hop);
  }

  @ParameterizedTest
  @MethodSource("hops")
  void are_told_apart(Dispatch dispatch, Hop hop) throws Exception {
    assertThat(dispatchOf(hop)).isEqualTo(dispatch);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void are_told_of_virtual_threads() throws Exception {
    assertThat(dispatchOf(VirtualThreads::start)).isEqualTo(Dispatch.THREAD);
    try (VirtualThreads.Executor executor = VirtualThreads.executor()) {
      assertThat(dispatchOf(executor.service()::execute)).isEqualTo(Dispatch.EXECUTOR);
      assertThat(dispatchOf(executor.service()::submit)).isEqualTo(Dispatch.EXECUTOR);
    }
  }

  @Test
  void are_not_looked_for_where_no_context_is_lost() {
    try (SpanCapture capture = SpanCapture.start()) {
      Spans.record(capture, "apply");
      assertThat(Spans.evidence(capture, "apply").dispatch()).isEqualTo(Dispatch.UNKNOWN);
    }
  }

  private static Dispatch dispatchOf(Hop hop) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try (SpanCapture capture = SpanCapture.start()) {
      hop.start(() -> {
        Spans.record(capture, "review");
        done.complete(null);
      });
      done.get(60, TimeUnit.SECONDS);
      return Spans.evidence(capture, "review").dispatch();
    }
  }

  private interface Use<T> {
    void of(T pool);
  }

  private static void onPool(Use<ExecutorService> use) {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    use.of(pool);
    pool.shutdown();
  }

  private static void scheduled(Use<ScheduledExecutorService> use) {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    use.of(pool);
  }

  private static void delayed(Runnable task, ScheduledExecutorService pool) {
    pool.schedule(task, 1, TimeUnit.NANOSECONDS);
    pool.shutdown();
  }

  private static void again(Runnable task, ScheduledExecutorService pool) {
    Runnable once = () -> {
      task.run();
      pool.shutdown();
    };
    pool.scheduleAtFixedRate(once, 0, 1, TimeUnit.HOURS);
  }

  private static void byTimer(Runnable task) {
    Timer timer = new Timer(true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            task.run();
            timer.cancel();
          }
        },
        0);
  }

  private static final class Own extends Thread {
    private final Runnable task;

    Own(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }
  }
}
