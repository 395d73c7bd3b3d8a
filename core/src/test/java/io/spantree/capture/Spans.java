package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.model.Ancestry;
import io.spantree.model.Evidence;
import io.spantree.model.SpanNode;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Begins spans and finds them again. */
final class Spans {
  private Spans() {}

  static Tracer tracer(SpanCapture capture) {
    return capture.openTelemetry().getTracer("test");
  }

  static Span begin(SpanCapture capture, String name) {
    return tracer(capture).spanBuilder(name).startSpan();
  }

  static void record(SpanCapture capture, String name) {
    begin(capture, name).end();
  }

  static SpanNode find(SpanCapture capture, String name) {
    return capture.recording().spans().stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name));
  }

  static Evidence evidence(SpanCapture capture, String name) {
    return find(capture, name).evidence().orElseThrow();
  }

  static Ancestry ancestry(SpanCapture capture, String name) {
    return evidence(capture, name).ancestry();
  }

  /** Runs on a new thread, and returns when it has ended. */
  static <T> T onNewThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "other");
    thread.start();
    thread.join();
    return task.get();
  }

  static void onNewThread(Runnable work) throws Exception {
    onNewThread(() -> {
      work.run();
      return null;
    });
  }
}
