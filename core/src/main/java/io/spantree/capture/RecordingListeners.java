package io.spantree.capture;

import io.spantree.model.Recording;
import java.util.List;
import java.util.ServiceLoader;

/** The listeners that the class path brings. */
final class RecordingListeners {
  private static final List<RecordingListener> ALL = load();

  private RecordingListeners() {}

  private static List<RecordingListener> load() {
    ClassLoader loader = RecordingListener.class.getClassLoader();
    return ServiceLoader.load(RecordingListener.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  static void tell(SpanCapture capture) {
    if (ALL.isEmpty() || capture.test().isEmpty()) {
      return;
    }
    Recording recording = capture.recording();
    for (RecordingListener listener : ALL) {
      try {
        listener.recorded(recording);
      } catch (RuntimeException e) {
        System.err.println("Spantree: " + listener.getClass().getName() + " failed: " + e);
      }
    }
  }
}
