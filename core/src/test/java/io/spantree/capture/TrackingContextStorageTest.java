package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.sdk.testing.context.SettableContextStorageProvider;
import org.junit.jupiter.api.Test;

class TrackingContextStorageTest {

  @Test
  void marks_a_bare_thread_only_while_something_records() throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      assertThat(Spans.<Context>onNewThread(Context::current)).isNotSameAs(Context.root());
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void knows_when_another_storage_has_taken_its_place() {
    assertThat(TrackingContextStorage.isInPlace()).isTrue();
    ContextStorage ours = SettableContextStorageProvider.getContextStorage();
    SettableContextStorageProvider.setContextStorage(ContextStorage.defaultStorage());
    try {
      assertThat(TrackingContextStorage.isInPlace()).isFalse();
    } finally {
      SettableContextStorageProvider.setContextStorage(ours);
    }
  }
}
