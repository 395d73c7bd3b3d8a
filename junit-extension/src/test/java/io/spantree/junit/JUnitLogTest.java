package io.spantree.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** JUnit 6 warns of what it stores if that is closed in the old way only. */
class JUnitLogTest {

  @Test
  @ResourceLock("the log of JUnit")
  void has_no_warning_about_what_is_stored() {
    Logger junit = Logger.getLogger("org.junit"); // held: a logger without it can be collected
    Warnings warnings = new Warnings();
    junit.addHandler(warnings);
    try {
      Engine.passes(2, Stored.class);
    } finally {
      junit.removeHandler(warnings);
    }
    assertThat(warnings.messages).isEmpty();
  }

  @TraceTest
  static class Stored {
    @Test
    void test(Tracer tracer) {
      tracer.spanBuilder("apply").startSpan().end();
    }

    @Nested
    class Inner {
      @Test
      void test() {}
    }
  }

  private static final class Warnings extends Handler {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord log) {
      if (log.getLevel().intValue() >= Level.WARNING.intValue()) {
        messages.add(log.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
