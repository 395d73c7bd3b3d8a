package io.spantree.assertions;

import io.spantree.model.Recording;
import io.spantree.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where failures go: thrown at once, or kept until all are reported together. */
@FunctionalInterface
interface FailureSink {
  /** What assertions do by themselves. */
  FailureSink THROWING = failed -> {
    throw failed.error();
  };

  /** Behind a selection of traces that has failed, nothing more is said. */
  FailureSink SILENT = failed -> {};

  void add(Failed failed);

  /**
   * An assertion that failed.
   *
   * @param error the error, with its text
   * @param data from which a text with others could be made; null for an expectation's own text
   */
  record Failed(AssertionError error, @Nullable Data data) {}

  /**
   * What an error says.
   *
   * @param recording the recording that was judged
   * @param part what was expected of it and why it does not hold
   * @param next what the reader can do now
   */
  record Data(Recording recording, Report.Part part, List<String> next) {}
}
