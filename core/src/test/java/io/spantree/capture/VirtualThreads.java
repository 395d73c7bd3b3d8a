package io.spantree.capture;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads for tests that are compiled for Java 17: to be asked for on 21 and later only. */
final class VirtualThreads {
  private VirtualThreads() {}

  static Thread start(Runnable task) throws ReflectiveOperationException {
    return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
  }

  static Executor executor() throws ReflectiveOperationException {
    return new Executor((ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
  }

  /** Closes as the service itself does since Java 19. */
  record Executor(ExecutorService service) implements AutoCloseable {
    @Override
    public void close() {
      service.shutdown();
    }
  }
}
