package io.spantree.capture;

import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The listeners that the class path brings. */
final class RecordingListeners {
  /** One whose list cannot be read at all would fail for ever. */
  private static final int MOST_FAILURES = 20;

  private static final List<RecordingListener> ALL = load(RecordingListener.class.getClassLoader());

  private RecordingListeners() {}

  /** What cannot be loaded is printed, and keeps no other from being loaded. */
  static List<RecordingListener> load(ClassLoader loader) {
    Iterator<RecordingListener> found =
        ServiceLoader.load(RecordingListener.class, loader).iterator();
    List<RecordingListener> listeners = new ArrayList<>();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!found.hasNext()) {
          break;
        }
        listeners.add(found.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        print(RecordingListener.class, e);
      }
    }
    return List.copyOf(listeners);
  }

  static void tell(SpanCapture capture) {
    if (!ALL.isEmpty() && capture.test().isPresent()) {
      tell(ALL, capture.recording());
    }
  }

  static void tell(List<RecordingListener> listeners, Recording recording) {
    for (RecordingListener listener : listeners) {
      guard(listener, () -> listener.recorded(recording));
    }
  }

  /** Prints what a listener throws: it must not reach the code that brought it about. */
  static void guard(Object listener, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError | AssertionError e) {
      print(listener.getClass(), e);
    }
  }

  private static void print(Class<?> listener, Throwable failure) {
    System.err.println("Spantree: " + listener.getName() + " failed: " + failure);
  }
}
