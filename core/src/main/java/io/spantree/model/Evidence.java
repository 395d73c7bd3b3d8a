package io.spantree.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was seen beside a span while it was recorded, and what no exporter tells.
 *
 * @param startSequence the number of this start among all starts and ends of the recording
 * @param endSequence the number of the end, or -1 while the span is open
 * @param phase the part of the test in which the span began
 * @param thread the name of the thread that started the span
 * @param ancestry where its parent came from
 * @param dispatch what brought the work there, of a span that lost its context
 * @param parentEnded whether the parent had ended before this span began
 * @param sites resolves the first stack frames outside of the libraries, at most two, the innermost
 *     first; resolving is costly and lazy
 */
public record Evidence(
    long startSequence,
    long endSequence,
    Phase phase,
    String thread,
    Ancestry ancestry,
    Dispatch dispatch,
    boolean parentEnded,
    Supplier<List<StackTraceElement>> sites) {

  /** The line of the instrumented program that started the span, when it is known. */
  public Optional<StackTraceElement> startSite() {
    return sites.get().stream().findFirst();
  }

  /** The line that called the method of the start site, when it is known and not far away. */
  public Optional<StackTraceElement> callSite() {
    return sites.get().stream().skip(1).findFirst();
  }
}
