package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment;
import io.spantree.model.NotChecked;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it silences a logger of the whole JVM")
class WriteAfterEndTest {
  private static final Logger LOG = Logger.getLogger("io.opentelemetry.sdk.trace.SdkSpan");

  @AfterEach
  void give_the_log_back() {
    LOG.setFilter(null);
    LOG.setLevel(null);
  }

  private static List<String> writing(Consumer<Span> write) {
    try (Judged judged = Judged.start()) {
      Span span = judged.begin("review");
      span.end();
      write.accept(span);
      return judged.findings().stream().map(WriteAfterEndTest::told).toList();
    }
  }

  private static String told(Finding finding) {
    return finding.path().last() + " "
        + (finding.actual() == null ? "" : finding.actual().notation());
  }

  @Test
  void tells_each_call_that_came_too_late() {
    assertThat(writing(span -> span.setAttribute("key", 1)))
        .containsExactly("review setAttribute()");
    assertThat(writing(span -> span.addEvent("queued"))).containsExactly("review addEvent()");
    assertThat(writing(span -> span.setStatus(StatusCode.OK)))
        .containsExactly("review setStatus()");
    assertThat(writing(span -> span.updateName("other"))).containsExactly("review updateName()");
    assertThat(writing(span -> span.recordException(new IllegalStateException("late"))))
        .containsExactly("review addEvent()");
    assertThat(writing(span -> span.addLink(other()))).containsExactly("review addLink()");
  }

  private static SpanContext other() {
    return SpanContext.create(
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00f067aa0ba902b7",
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  @Test
  void says_nothing_of_what_changes_nothing() {
    assertThat(writing(span -> span.setAllAttributes(Attributes.empty()))).isEmpty();
    assertThat(writing(span -> span.setAttribute("key", (String) null))).isEmpty();
  }

  @Test
  void names_thread_and_line_and_the_very_span() throws Exception {
    try (Judged judged = Judged.start()) {
      List<Span> spans = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        spans.add(judged.begin("review " + i));
      }
      spans.forEach(Span::end);
      Spans.onNewThread(() -> {
        spans.get(1).setAttribute("key", 1);
      });
      Finding finding = judged.findings().get(0);
      assertThat(judged.told()).containsExactly("WRITE_AFTER_END review 1");
      assertThat(finding.span()).isSameAs(finding.span()).isNotNull();
      assertThat(finding.moments()).extracting(Moment::thread).containsExactly("other");
      assertThat(String.valueOf(finding.moments().get(0).site()))
          .contains("(WriteAfterEndTest.java:");
    }
  }

  @Test
  void gives_each_write_to_the_test_whose_span_it_was_also_in_parallel() throws Exception {
    CyclicBarrier meet = new CyclicBarrier(2);
    FutureTask<List<String>> one = new FutureTask<>(() -> writeOften("one", meet));
    FutureTask<List<String>> two = new FutureTask<>(() -> writeOften("two", meet));
    new Thread(one).start();
    new Thread(two).start();
    assertThat(one.get()).hasSize(100).containsOnly("one setAttribute()");
    assertThat(two.get()).hasSize(100).containsOnly("two setAttribute()");
  }

  private static List<String> writeOften(String name, CyclicBarrier meet) throws Exception {
    try (Judged judged = Judged.start()) {
      meet.await();
      for (int i = 0; i < 100; i++) {
        Span before = judged.begin("before");
        Span span = judged.begin(name);
        before.end();
        span.end();
        span.setAttribute("key", i);
      }
      List<String> told =
          judged.findings().stream().map(WriteAfterEndTest::told).toList();
      meet.await();
      return told;
    }
  }

  @Test
  void charges_nobody_with_a_write_on_a_span_that_nobody_has() {
    try (Judged judged = Judged.start()) {
      EndedSpan.create().setAttribute("key", 1);
      assertThat(judged.told()).isEmpty();
    }
  }

  @Test
  void hears_again_after_others_took_level_filter_or_handlers_away() {
    LOG.setFilter(null);
    assertThat(writing(span -> span.addEvent("late"))).hasSize(1);
    LOG.setLevel(Level.OFF);
    assertThat(writing(span -> span.addEvent("late"))).hasSize(1);
    LogManager.getLogManager().reset();
    assertThat(writing(span -> span.addEvent("late"))).hasSize(1);
  }

  @Test
  void says_that_it_is_deaf() {
    List<Runnable> silencers = List.of(
        () -> LOG.setLevel(Level.OFF),
        () -> LOG.setFilter(null),
        () -> LOG.setFilter(log -> false),
        () -> {
          LogManager.getLogManager().reset();
          LOG.setLevel(null);
        });
    for (Runnable silence : silencers) {
      try (Judged judged = Judged.start()) {
        assertThat(judged.complete().notChecked()).isEmpty();
        silence.run();
        assertThat(judged.complete().notChecked())
            .containsExactly(
                new NotChecked(FindingKind.WRITE_AFTER_END, NotChecked.Reason.SILENT_LOG, null),
                new NotChecked(FindingKind.ENDED_TWICE, NotChecked.Reason.SILENT_LOG, null));
      }
    }
  }

  @Test
  void leaves_to_the_users_log_what_it_would_have_got() {
    List<String> seen = new ArrayList<>();
    Handler handler = new Handler() {
      @Override
      public void publish(LogRecord log) {
        seen.add(log.getLevel() + " " + log.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    handler.setLevel(Level.ALL);
    Filter usersFilter = log -> !log.getMessage().contains("secret");
    LOG.addHandler(handler);
    try {
      writing(span -> LOG.info("plain"));
      assertThat(writing(span -> span.addEvent("late"))).hasSize(1);
      assertThat(seen).containsExactly("INFO plain");

      LOG.setFilter(usersFilter);
      LOG.setLevel(Level.FINE);
      Judged.start().close(); // tries whether the user's filter hands on to ours
      seen.clear();
      writing(span -> {
        LOG.fine("fine");
        LOG.fine("secret");
        span.addEvent("late");
      });
      assertThat(seen).containsExactly("FINE fine", "FINE Calling addEvent() on an ended Span.");
    } finally {
      LOG.removeHandler(handler);
    }
  }

  /** Who logs holds the lock of one span; two of them that ask for each other's wait for ever. */
  @Test
  void is_told_without_the_locks_of_other_spans() throws Exception {
    try (Judged judged = Judged.start()) {
      Span written = judged.begin("written");
      Span busy = judged.begin("busy");
      written.end();
      busy.end();
      Thread writer = new Thread(() -> written.setAttribute("late", true));
      synchronized (lockOf(busy)) {
        writer.start();
        writer.join(5_000);
        assertThat(writer.isAlive()).isFalse();
      }
      assertThat(judged.told()).containsExactly("WRITE_AFTER_END written");
    }
  }

  private static Object lockOf(Span span) throws ReflectiveOperationException {
    Field lock = span.getClass().getDeclaredField("lock");
    lock.setAccessible(true);
    return lock.get(span);
  }
}
