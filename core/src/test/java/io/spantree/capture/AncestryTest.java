package io.spantree.capture;

import static io.spantree.capture.Spans.ancestry;
import static io.spantree.capture.Spans.begin;
import static io.spantree.capture.Spans.onNewThread;
import static io.spantree.capture.Spans.record;
import static io.spantree.capture.Spans.tracer;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.context.SettableContextStorageProvider;
import io.spantree.model.Ancestry;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where parents come from, on real threads, while the test stands in its span "apply". */
class AncestryTest {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private SpanCapture capture;
  private Span apply;
  private Scope scope;

  @BeforeEach
  void stand_in_a_span() {
    capture = SpanCapture.start();
    apply = begin(capture, "apply");
    scope = ContextStorage.get().attach(Context.current().with(apply));
  }

  @AfterEach
  void leave() {
    scope.close();
    capture.close();
    pool.shutdown();
  }

  private void review() {
    record(capture, "review");
  }

  private Ancestry ofReview() {
    return ancestry(capture, "review");
  }

  @Test
  void a_root_in_the_tests_context_is_the_tests_own() {
    assertThat(ancestry(capture, "apply")).isEqualTo(Ancestry.TEST_ROOT);
  }

  @Test
  void a_span_below_the_current_one_is_its_child() {
    review();

    assertThat(ofReview()).isEqualTo(Ancestry.CHILD);
  }

  @Test
  void naming_the_current_span_as_parent_makes_a_child_too() {
    tracer(capture)
        .spanBuilder("review")
        .setParent(Context.root().with(Span.wrap(apply.getSpanContext())))
        .startSpan();

    assertThat(ofReview()).isEqualTo(Ancestry.CHILD);
  }

  @Test
  void a_bare_executor_loses_the_context() throws Exception {
    pool.submit(this::review).get();

    assertThat(ofReview()).isEqualTo(Ancestry.LOST_CONTEXT);
  }

  @Test
  void a_wrapped_executor_carries_the_context() throws Exception {
    Context.taskWrapping(pool).submit(this::review).get();

    assertThat(ofReview()).isEqualTo(Ancestry.CHILD);
  }

  @Test
  void a_wrapped_executor_carries_a_test_without_a_span() throws Exception {
    scope.close();
    Context.taskWrapping(pool).submit(this::review).get();

    assertThat(ofReview()).isEqualTo(Ancestry.TEST_ROOT);
  }

  @Test
  void a_future_without_an_executor_loses_the_context() {
    CompletableFuture.runAsync(this::review).join();

    assertThat(ofReview()).isEqualTo(Ancestry.LOST_CONTEXT);
  }

  @Test
  void a_new_thread_loses_the_context() throws Exception {
    onNewThread(this::review);

    assertThat(ofReview()).isEqualTo(Ancestry.LOST_CONTEXT);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void a_virtual_thread_loses_the_context() throws Exception {
    Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    ((Thread) start.invoke(null, (Runnable) this::review)).join();

    assertThat(ofReview()).isEqualTo(Ancestry.LOST_CONTEXT);
    assertThat(Spans.evidence(capture, "review").thread()).startsWith("thread #");
  }

  @ParameterizedTest
  @EnumSource(names = {"CLIENT", "PRODUCER"})
  void a_request_from_a_bare_thread_has_lost_its_context(SpanKind kind) throws Exception {
    onNewThread(() -> tracer(capture).spanBuilder("review").setSpanKind(kind).startSpan());

    assertThat(ofReview()).isEqualTo(Ancestry.LOST_CONTEXT);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER", "CONSUMER"})
  void work_that_arrives_on_a_bare_thread_is_an_entry(SpanKind kind) throws Exception {
    onNewThread(() -> tracer(capture)
        .spanBuilder("review")
        .setSpanKind(kind)
        .addLink(apply.getSpanContext())
        .startSpan());

    assertThat(ofReview()).isEqualTo(Ancestry.ENTRY_ROOT);
  }

  @Test
  void a_link_makes_a_root_on_a_bare_thread_a_choice() throws Exception {
    onNewThread(() ->
        tracer(capture).spanBuilder("review").addLink(apply.getSpanContext()).startSpan());

    assertThat(ofReview()).isEqualTo(Ancestry.EXPLICIT_ROOT);
  }

  @Test
  void no_parent_is_a_choice_in_the_test_and_on_a_bare_thread() throws Exception {
    tracer(capture).spanBuilder("review").setNoParent().startSpan();
    onNewThread(() -> tracer(capture).spanBuilder("audit").setNoParent().startSpan());

    assertThat(ofReview()).isEqualTo(Ancestry.EXPLICIT_ROOT);
    assertThat(ancestry(capture, "audit")).isEqualTo(Ancestry.EXPLICIT_ROOT);
  }

  @Test
  void the_root_context_as_parent_is_a_choice() throws Exception {
    onNewThread(
        () -> tracer(capture).spanBuilder("review").setParent(Context.root()).startSpan());
    try (Scope root = Context.root().makeCurrent()) {
      record(capture, "audit");
    }

    assertThat(ofReview()).isEqualTo(Ancestry.EXPLICIT_ROOT);
    assertThat(ancestry(capture, "audit")).isEqualTo(Ancestry.EXPLICIT_ROOT);
  }

  @Test
  void a_parent_handed_to_a_bare_pool_is_explicit() throws Exception {
    Context context = Context.current();
    pool.submit(() -> tracer(capture).spanBuilder("review").setParent(context).startSpan())
        .get();

    assertThat(ofReview()).isEqualTo(Ancestry.EXPLICIT_PARENT);
  }

  @Test
  void a_parent_from_a_carrier_is_remote() throws Exception {
    SpanContext remote = SpanContext.createFromRemoteParent(
        apply.getSpanContext().getTraceId(),
        apply.getSpanContext().getSpanId(),
        TraceFlags.getSampled(),
        TraceState.getDefault());
    Context extracted = Context.root().with(Span.wrap(remote));
    pool.submit(() -> tracer(capture).spanBuilder("review").setParent(extracted).startSpan())
        .get();

    assertThat(ofReview()).isEqualTo(Ancestry.REMOTE_PARENT);
  }

  @Test
  void baggage_on_a_bare_thread_does_not_make_up_for_the_lost_context() throws Exception {
    onNewThread(() -> {
      try (Scope baggage = Context.current().with(Baggage.empty()).makeCurrent()) {
        review();
      }
    });

    assertThat(ofReview()).isEqualTo(Ancestry.LOST_CONTEXT);
  }

  @Test
  void a_context_whose_test_has_ended_is_no_context() throws Exception {
    SpanCapture ended = SpanCapture.start();
    Context left = Context.current();
    ended.close();
    onNewThread(() -> tracer(capture).spanBuilder("review").setParent(left).startSpan());

    assertThat(ofReview()).isEqualTo(Ancestry.LOST_CONTEXT);
  }

  @Test
  void a_root_in_the_context_of_another_running_test_is_not_lost() {
    try (SpanCapture other = SpanCapture.start()) {
      review();

      assertThat(ofReview()).isEqualTo(Ancestry.EXPLICIT_ROOT);
    }
  }

  @Test
  void without_the_storage_a_root_outside_of_the_test_is_not_checked() throws Exception {
    ContextStorage ours = SettableContextStorageProvider.getContextStorage();
    SettableContextStorageProvider.setContextStorage(ContextStorage.defaultStorage());
    try (SpanCapture unaware = SpanCapture.start()) {
      record(unaware, "apply");
      onNewThread(() -> record(unaware, "review"));

      assertThat(ancestry(unaware, "apply")).isEqualTo(Ancestry.TEST_ROOT);
      assertThat(ancestry(unaware, "review")).isEqualTo(Ancestry.NOT_CHECKED);
      try (SpanCapture other = SpanCapture.start()) {
        record(unaware, "audit");
        assertThat(ancestry(unaware, "audit")).isEqualTo(Ancestry.EXPLICIT_ROOT);
      }
    } finally {
      SettableContextStorageProvider.setContextStorage(ours);
    }
  }
}
