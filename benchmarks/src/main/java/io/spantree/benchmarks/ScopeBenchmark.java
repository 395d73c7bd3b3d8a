package io.spantree.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs to make a context current and to close its scope. */
public class ScopeBenchmark {
  private static final ContextKey<String> KEY = ContextKey.named("benchmarks");

  /** A context that is current nowhere. */
  @State(org.openjdk.jmh.annotations.Scope.Thread)
  public static class Storage {
    final Context context = Context.current().with(KEY, "value");

    // snippet: scope
    boolean attachAndClose() {
      try (Scope scope = context.makeCurrent()) {
        return Context.current() == context;
      }
    }
    // end
  }

  /** The storage of a JVM in which a test records. */
  public static class Tracked extends Storage {
    private final SpanCapture capture = SpanCapture.start();

    @TearDown
    public void close() {
      capture.close();
    }
  }

  @Benchmark
  public boolean ours(Tracked tracked) {
    return tracked.attachAndClose();
  }

  @Benchmark
  public boolean plain(Storage storage) {
    return storage.attachAndClose();
  }

  @Benchmark
  @Fork(jvmArgsAppend = "-Dio.opentelemetry.context.enableStrictContext=true")
  public boolean strict(Storage storage) {
    return storage.attachAndClose();
  }
}
