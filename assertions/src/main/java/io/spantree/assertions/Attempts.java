package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.spantree.report.ReadingText;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Assertions that are tried again until they hold. */
final class Attempts {
  private final Consumer<? super TraceAssert> assertions;
  private @Nullable TraceAssert trace;
  private @Nullable AssertionError failure;
  private int count;

  Attempts(Consumer<? super TraceAssert> assertions) {
    this.assertions = requireNonNull(assertions, "assertions");
  }

  boolean holds(TraceAssert trace) {
    this.trace = trace;
    count++;
    try {
      assertions.accept(trace);
      return true;
    } catch (AssertionError e) {
      failure = e;
      return false;
    }
  }

  TraceAssert last() {
    return requireNonNull(trace);
  }

  /** Always throws; the error has the place of the assertion that failed last. */
  TraceAssert fail(Duration limit) {
    AssertionError last = requireNonNull(failure);
    AssertionError error =
        new AssertionError(last.getMessage() + "\n\n  " + ReadingText.neverHeld(limit, count));
    error.setStackTrace(last.getStackTrace());
    throw error;
  }
}
