package io.spantree.model;

import io.opentelemetry.api.trace.SpanKind;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A root span of the shared SDK that several tests may have caused, so that none of them has it.
 *
 * @param name the name it began with
 * @param kind its kind
 * @param thread the name of the thread that started it
 * @param likelyTest the test that made this thread, which proves nothing; null when none did
 * @param site resolves the first stack frame outside of the libraries
 */
public record UnclaimedSpan(
    String name,
    SpanKind kind,
    String thread,
    @Nullable String likelyTest,
    Supplier<@Nullable StackTraceElement> site) {

  /** The line of the instrumented program that started the span, when it is known. */
  public Optional<StackTraceElement> startSite() {
    return Optional.ofNullable(site.get());
  }
}
