package io.spantree.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
 * @param site resolves the first stack frame outside of the libraries; resolving is costly and lazy
 */
public record Evidence(
    long startSequence,
    long endSequence,
    Phase phase,
    String thread,
    Ancestry ancestry,
    Dispatch dispatch,
    boolean parentEnded,
    Supplier<@Nullable StackTraceElement> site) {

  /** The line of the instrumented program that started the span, when it is known. */
  public Optional<StackTraceElement> startSite() {
    return Optional.ofNullable(site.get());
  }
}
