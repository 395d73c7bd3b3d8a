package io.spantree.capture;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import java.util.List;

/**
 * Feeds an exporter from the moment somebody asks for it, with what has ended before, too.
 *
 * <p>Most tests never do, and exporting costs as much as all else that the SDK does for a span.
 */
final class LazyExport {
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private volatile boolean wanted; // written under the lock

  /** Exports once, however often it is called. */
  void ending(SpanRecord record) {
    if (wanted) {
      export(record);
    }
  }

  synchronized InMemorySpanExporter exporter(SpanStack spans) {
    if (!wanted) {
      wanted = true; // first: what ends from now on waits for the lock, and comes after these
      spans.endedInOrder().forEach(this::export);
    }
    return exporter;
  }

  private synchronized void export(SpanRecord record) {
    if (record.exportFirst()) {
      exporter.export(List.of(record.span().toSpanData()));
    }
  }

  void shutdown() {
    exporter.shutdown();
  }
}
