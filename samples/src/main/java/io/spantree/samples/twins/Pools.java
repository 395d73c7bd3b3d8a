package io.spantree.samples.twins;

import io.opentelemetry.api.OpenTelemetry;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Gives an operation the threads that it needs, for as long as it runs. */
final class Pools {
  private Pools() {}

  interface Use<T> {
    void of(OpenTelemetry openTelemetry, T threads) throws Exception;
  }

  static Twin.Operation fixed(Use<ExecutorService> use) {
    return with(() -> Executors.newFixedThreadPool(2, task -> new Thread(task, "mail-pool")), use);
  }

  static Twin.Operation scheduled(Use<ScheduledExecutorService> use) {
    return with(() -> Executors.newScheduledThreadPool(1), use);
  }

  static Twin.Operation forkJoin(Use<ForkJoinPool> use) {
    return with(() -> new ForkJoinPool(2), use);
  }

  static Twin.Operation timer(Use<Timer> use) {
    return openTelemetry -> {
      Timer timer = new Timer("reminders", true);
      try {
        use.of(openTelemetry, timer);
      } finally {
        timer.cancel();
      }
    };
  }

  /** Virtual threads where the JDK has them (21 and newer): this code is compiled for 17. */
  static Optional<ThreadFactory> virtualThreads() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
      return Optional.of((ThreadFactory) factory.invoke(builder));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static <T extends ExecutorService> Twin.Operation with(Supplier<T> threads, Use<T> use) {
    return openTelemetry -> {
      T pool = threads.get();
      try {
        use.of(openTelemetry, pool);
      } finally {
        pool.shutdown();
      }
    };
  }
}
