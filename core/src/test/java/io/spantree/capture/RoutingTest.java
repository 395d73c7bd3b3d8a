package io.spantree.capture;

import static io.spantree.capture.Spans.ancestry;
import static io.spantree.capture.Spans.onNewThread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.Ancestry;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.UnclaimedSpan;
import io.spantree.report.UnclaimedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which capture has a span of the shared SDK. */
class RoutingTest {
  /** As code caches it: long before the tests that it is used in. */
  private static final Tracer TRACER = SpanRouter.openTelemetry().getTracer("shared");

  private SpanRouter.Tally before;

  @BeforeEach
  void count() {
    before = SpanRouter.tally();
  }

  @AfterEach
  void every_span_is_claimed_or_unclaimed() {
    SpanRouter.Tally after = SpanRouter.tally();
    assertThat(after.started()).isEqualTo(after.claimed() + after.unclaimed());
  }

  private void assertTally(long claimed, long unclaimed) {
    SpanRouter.Tally after = SpanRouter.tally();
    assertThat(after.claimed() - before.claimed()).isEqualTo(claimed);
    assertThat(after.unclaimed() - before.unclaimed()).isEqualTo(unclaimed);
  }

  private static void record(String name) {
    TRACER.spanBuilder(name).startSpan().end();
  }

  private static List<String> names(SpanCapture capture) {
    return capture.recording().spans().stream().map(SpanNode::name).toList();
  }

  private static SpanCapture another() {
    return SpanCapture.builder().create();
  }

  /** Born where this is called: its thread inherits what the caller is bound to. */
  private static ExecutorService poolBornHere() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "pool-1"));
    pool.submit(() -> {}).get();
    return pool;
  }

  private static Context remoteParent(String traceId) {
    return Context.root()
        .with(Span.wrap(SpanContext.createFromRemoteParent(
            traceId, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault())));
  }

  @Test
  void is_recorded_by_the_capture_around_it_as_its_own_spans_are() {
    try (SpanCapture other = another();
        SpanCapture capture = SpanCapture.start()) {
      Span apply = TRACER.spanBuilder("apply").startSpan();
      try (Scope scope = apply.makeCurrent()) {
        record("review");
        Spans.record(capture, "check");
      }
      apply.end();

      assertThat(names(capture)).containsExactly("apply", "review", "check");
      assertThat(ancestry(capture, "apply")).isEqualTo(Ancestry.TEST_ROOT);
      assertThat(ancestry(capture, "review")).isEqualTo(Ancestry.CHILD);
      assertThat(capture.exporter().getFinishedSpanItems())
          .extracting(SpanData::getName)
          .containsExactly("review", "check", "apply");
      assertThat(Spans.evidence(capture, "apply").startSite().orElseThrow().getClassName())
          .isEqualTo(RoutingTest.class.getName());
      assertThat(other.recording().isEmpty()).isTrue();
    }
    assertTally(2, 0);
  }

  @Test
  void belongs_to_the_capture_in_its_parent_before_the_one_around_it() {
    try (SpanCapture first = SpanCapture.start()) {
      Context carried = Context.current();
      try (SpanCapture second = SpanCapture.start()) {
        TRACER.spanBuilder("apply").setParent(carried).startSpan().end();

        assertThat(names(first)).containsExactly("apply");
        assertThat(second.recording().isEmpty()).isTrue();
      }
    }
  }

  @Test
  void belongs_to_the_capture_around_it_when_it_refuses_a_parent() {
    try (SpanCapture other = another();
        SpanCapture capture = SpanCapture.start()) {
      TRACER.spanBuilder("apply").setNoParent().startSpan().end();

      assertThat(ancestry(capture, "apply")).isEqualTo(Ancestry.EXPLICIT_ROOT);
      assertThat(other.recording().isEmpty()).isTrue();
    }
  }

  @Test
  void belongs_to_the_capture_that_wrapped_the_task_whoever_made_the_thread() throws Exception {
    ExecutorService pool;
    try (SpanCapture earlier = SpanCapture.start()) {
      pool = poolBornHere();
    }
    try (SpanCapture other = another();
        SpanCapture capture = SpanCapture.start()) {
      Context.taskWrapping(pool).submit(() -> record("review")).get();

      assertThat(names(capture)).containsExactly("review");
      assertThat(other.unclaimed()).isEmpty();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void belongs_to_the_capture_that_began_its_trace() throws Exception {
    try (SpanCapture other = another();
        SpanCapture capture = SpanCapture.start()) {
      Span routed = TRACER.spanBuilder("routed").startSpan();
      Span injected = Spans.begin(capture, "injected");
      onNewThread(() -> {
        for (Span root : List.of(routed, injected)) {
          Context header = remoteParent(root.getSpanContext().getTraceId());
          try (Scope bare = Context.root().makeCurrent()) {
            TRACER.spanBuilder("served").setParent(header).startSpan().end();
          }
        }
      });

      assertThat(names(capture)).containsExactly("routed", "served", "injected", "served");
      assertThat(other.recording().isEmpty()).isTrue();
      assertThat(other.unclaimed()).isEmpty();
    }
  }

  @Test
  void does_not_belong_to_a_capture_for_a_trace_that_came_from_outside() throws Exception {
    String constant = "4bf92f3577b34da6a3ce929d0e0e4736";
    try (SpanCapture other = another();
        SpanCapture capture = SpanCapture.start()) {
      Context header = remoteParent(constant);
      Span here = TRACER.spanBuilder("here").setParent(header).startSpan();
      onNewThread(() -> {
        TRACER.spanBuilder("elsewhere").setParent(header).startSpan().end();
        Context spanAlone = Context.root().with(here);
        TRACER.spanBuilder("child").setParent(spanAlone).startSpan().end();
      });

      assertThat(names(capture)).containsExactly("here", "child");
      assertThat(other.recording().isEmpty()).isTrue();
      assertThat(other.unclaimed()).extracting(UnclaimedSpan::name).containsExactly("elsewhere");
    }
    assertTally(2, 1);
  }

  @Test
  void is_charged_to_the_only_capture_when_it_has_lost_its_context() throws Exception {
    ExecutorService pool;
    try (SpanCapture earlier = SpanCapture.start()) {
      pool = poolBornHere();
    }
    try (SpanCapture capture = SpanCapture.start()) {
      Runnable review = () -> {
        Span review1 = TRACER.spanBuilder("review").startSpan();
        try (Scope scope = review1.makeCurrent()) {
          record("check");
        }
      };
      pool.submit(review).get();
      pool.submit(() -> TRACER
              .spanBuilder("poll")
              .setSpanKind(SpanKind.CONSUMER)
              .startSpan()
              .end())
          .get();

      assertThat(names(capture)).containsExactly("review", "check", "poll");
      assertThat(ancestry(capture, "review")).isEqualTo(Ancestry.LOST_CONTEXT);
      assertThat(ancestry(capture, "check")).isEqualTo(Ancestry.CHILD);
      assertThat(ancestry(capture, "poll")).isEqualTo(Ancestry.ENTRY_ROOT);
      assertThat(capture.unclaimed()).isEmpty();
    } finally {
      pool.shutdown();
    }
    assertTally(3, 0);
  }

  @Test
  void is_shown_to_each_of_several_captures_and_given_to_none() throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      ExecutorService pool = poolBornHere();
      try (SpanCapture other = another()) {
        pool.submit(() -> {
              Span root = TRACER.spanBuilder("100%").startSpan();
              try (Scope scope = root.makeCurrent()) {
                record("child");
              }
              root.end();
            })
            .get();

        assertThat(capture.recording().isEmpty()).isTrue();
        assertThat(other.recording().isEmpty()).isTrue();
        assertThat(other.unclaimed())
            .isEqualTo(capture.unclaimed())
            .extracting(UnclaimedSpan::name, UnclaimedSpan::thread, UnclaimedSpan::likelyTest)
            .containsExactly(tuple("100%", "pool-1", "a recording made by hand"));
        assertThat(other.unclaimed().get(0).startSite().orElseThrow().getFileName())
            .isEqualTo("RoutingTest.java");
      } finally {
        pool.shutdown();
      }
    }
    assertTally(0, 2);
  }

  @Test
  void is_counted_by_those_it_is_shown_to_also_beyond_what_they_keep() throws Exception {
    try (SpanCapture capture = SpanCapture.start();
        SpanCapture other = another()) {
      Spans.onNewThread(() -> {
        for (int span = 0; span < 103; span++) {
          record("poll " + span);
        }
      });
      assertThat(other.unclaimed()).hasSize(100);
      assertThat(other.unclaimedCount()).isEqualTo(103);
      assertThat(UnclaimedText.of(other.unclaimed(), other.unclaimedCount()).lines())
          .hasSize(12)
          .startsWith("not checked: 103 unclaimed root spans, begun without a context while several"
              + " tests were recording:")
          .endsWith("  and 93 more");
    }
    assertTally(0, 103);
  }

  @Test
  void is_let_go_while_nothing_records() {
    record("apply");

    assertTally(0, 1);
    try (SpanCapture capture = SpanCapture.start()) {
      assertThat(capture.recording().isEmpty()).isTrue();
      assertThat(capture.unclaimed()).isEmpty();
    }
  }

  @Test
  void in_the_context_of_an_ended_capture_is_told_to_who_listens_there() {
    Late late = new Late();
    SpanCapture ended = SpanCapture.builder().late(late).start();
    Context left = Context.current();
    Span open = TRACER.spanBuilder("open").startSpan();
    Context leftWithSpan = left.with(open);
    ended.close();

    try (SpanCapture capture = another()) {
      TRACER.spanBuilder("root").setParent(left).startSpan().end();
      TRACER.spanBuilder("child").setParent(leftWithSpan).startSpan().end();
      open.end();

      assertThat(names(capture)).isEmpty();
      assertThat(capture.unclaimed()).isEmpty();
    }
    assertThat(names(ended)).containsExactly("open");
    assertThat(late.began).containsExactly("root", "child");
    assertTally(1, 2);
  }

  private static final class Late implements LateListener {
    private final List<String> began = new ArrayList<>();

    @Override
    public void found(Finding fault) {}

    @Override
    public void began(UnclaimedSpan span) {
      began.add(span.name());
    }
  }

  @Test
  void is_charged_to_nobody_when_it_is_begun_outside_of_tests() throws Exception {
    try (SpanCapture capture = another();
        Scope outside = SpanRouter.outsideOfTests()) {
      record("migrate");
      Context carried = Context.current();
      onNewThread(
          () -> TRACER.spanBuilder("seed").setParent(carried).startSpan().end());

      assertThat(capture.recording().isEmpty()).isTrue();
      assertThat(capture.unclaimed()).isEmpty();
    }
    assertTally(0, 2);
  }

  @Test
  void can_come_from_any_sdk_with_the_processor_and_counts_once() {
    try (SdkTracerProvider theirs = SdkTracerProvider.builder()
            .addSpanProcessor(RoutingSpanProcessor.create())
            .addSpanProcessor(RoutingSpanProcessor.create())
            .build();
        SpanCapture capture = SpanCapture.start()) {
      theirs.get("adopted").spanBuilder("apply").startSpan().end();

      assertThat(names(capture)).containsExactly("apply");
      assertThat(capture.exporter().getFinishedSpanItems()).hasSize(1);
    }
    record("after the close");
    assertTally(1, 1);
  }

  @Test
  void propagates_as_the_sdk_of_a_capture_does() {
    try (SpanCapture capture = SpanCapture.start()) {
      Context context = Context.current().with(Spans.begin(capture, "apply"));
      Map<String, String> headers = new HashMap<>();
      SpanRouter.openTelemetry()
          .getPropagators()
          .getTextMapPropagator()
          .inject(context, headers, Map::put);
      assertThat(headers).containsKey("traceparent");
    }
  }

  @Test
  void of_an_ended_capture_it_is_not_charged_to_those_that_record_now() {
    Context carried;
    try (SpanCapture ended = SpanCapture.start()) {
      carried = Context.current();
    }
    try (SpanCapture other = another();
        SpanCapture another = another()) {
      TRACER.spanBuilder("late").setParent(carried).startSpan().end();

      assertThat(other.unclaimed()).isEmpty();
      assertThat(another.unclaimed()).isEmpty();
    }
    try (SpanCapture only = another()) {
      TRACER.spanBuilder("late").setParent(carried).startSpan().end();

      assertThat(only.unclaimed()).isEmpty();
      assertThat(only.recording().isEmpty()).isTrue();
    }
    assertTally(0, 2);
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void who_hears_of_what_is_late_cannot_break_the_code_that_is_late() {
    SpanCapture ended = SpanCapture.builder().late(new Broken()).start();
    Context left = Context.current();
    Scope leak = Spans.begin(ended, "leak").makeCurrent();
    ended.close();

    TRACER.spanBuilder("root").setParent(left).startSpan().end();
    leak.close();

    assertThat(Context.current()).isSameAs(Context.root());
  }

  private static final class Broken implements LateListener {
    @Override
    public void found(Finding fault) {
      throw new AssertionError("found");
    }

    @Override
    public void began(UnclaimedSpan span) {
      throw new IllegalStateException("began");
    }
  }
}
