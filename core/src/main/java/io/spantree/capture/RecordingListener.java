package io.spantree.capture;

import io.spantree.model.Recording;

/** Is told of the recording of each test execution once it has ended; found by ServiceLoader. */
public interface RecordingListener {

  /** What it throws is printed, and fails no test. */
  void recorded(Recording recording);
}
