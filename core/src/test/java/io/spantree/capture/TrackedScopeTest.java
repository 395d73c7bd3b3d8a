package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment;
import io.spantree.model.Moment.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SuppressWarnings("MustBeClosedChecker") // scopes that are closed elsewhere, or never
class TrackedScopeTest {

  @Test
  void is_no_fault_when_it_is_closed_where_it_was_opened() {
    try (Judged judged = Judged.start()) {
      try (Scope outer = judged.open("apply");
          Scope inner = judged.open("review")) {
        inner.close();
      }
      assertThat(judged.told()).isEmpty();
    }
  }

  @Test
  void can_be_closed_again_anywhere() throws Exception {
    try (Judged judged = Judged.start()) {
      Scope outer = judged.open("apply");
      Scope scope = judged.open("review");
      scope.close();
      scope.close();
      Spans.onNewThread(() -> scope.close());
      outer.close();
      scope.close();
      assertThat(judged.told()).isEmpty();
    }
  }

  @Test
  void tells_where_it_was_opened_and_on_which_thread_it_was_closed() throws Exception {
    try (Judged judged = Judged.start()) {
      Scope scope = Baggage.builder().put("partner", "myntra").build().makeCurrent();
      Context opened = Context.current();
      Spans.onNewThread(() -> scope.close());

      assertThat(Context.current()).isSameAs(opened);
      assertThat(judged.told()).containsExactly("SCOPE_CROSSED -");
      Finding finding = judged.findings().get(0);
      assertThat(finding.moments()).extracting(Moment::act).containsExactly(Act.OPENED, Act.CLOSED);
      assertThat(finding.moments())
          .extracting(Moment::thread)
          .containsExactly(Thread.currentThread().getName(), "other");
      assertThat(finding.moments()).extracting(Moment::site).doesNotContainNull();
    }
  }

  @Test
  void is_told_once_however_many_threads_close_it() throws Exception {
    try (Judged judged = Judged.start()) {
      Scope scope = judged.open("review");
      Spans.onNewThread(() -> scope.close());
      Spans.onNewThread(() -> scope.close());
      scope.close();
      assertThat(judged.told()).containsExactly("SCOPE_CROSSED review");
    }
  }

  @Test
  void does_not_taint_the_scopes_that_are_opened_above_it() throws Exception {
    try (Judged judged = Judged.start()) {
      Scope scope = judged.open("review");
      Spans.onNewThread(() -> scope.close());
      try (Scope next = judged.open("next")) {
        assertThat(Context.current()).isNotNull();
      }
      try (Scope next = judged.open("next")) {
        judged.open("leaked");
      }
      assertThat(judged.told()).containsExactly("SCOPE_CROSSED review", "SCOPE_LEAK leaked");
    }
  }

  @Test
  void names_what_was_still_open_within_it() {
    try (Judged judged = Judged.start()) {
      Scope outer = judged.open("apply");
      Scope inner = judged.open("review");
      outer.close();
      inner.close();
      assertThat(judged.told()).containsExactly("SCOPE_ORDER apply");
      Finding finding = judged.findings().get(0);
      assertThat(finding.actual()).hasToString("Term[notation=review, type=null]");
      assertThat(finding.moments()).extracting(Moment::act).containsExactly(Act.CLOSED);
    }
  }

  @Test
  void tells_where_it_was_closed_first_of_two_times_too_early() {
    try (Judged judged = Judged.start()) {
      Scope outer = judged.open("apply");
      Scope inner = judged.open("review");
      closeFirst(outer);
      outer.close();
      inner.close();
      assertThat(judged.told()).containsExactly("SCOPE_ORDER apply");
      Moment closed = judged.findings().get(0).moments().get(0);
      assertThat(String.valueOf(closed.site())).contains("TrackedScopeTest.closeFirst(");
    }
  }

  private static void closeFirst(Scope scope) {
    scope.close();
  }

  @Test
  void is_not_taken_for_that_of_the_span_around() {
    try (Judged judged = Judged.start()) {
      Scope outer = judged.open("apply");
      Scope inner = Baggage.builder().put("partner", "myntra").build().makeCurrent();
      outer.close();
      inner.close();
      assertThat(judged.told()).containsExactly("SCOPE_ORDER apply");
      assertThat(judged.findings().get(0).actual()).hasToString("Term[notation=, type=null]");
      try (Scope review = judged.open("review")) {
        Baggage.builder().put("partner", "ajio").build().makeCurrent();
      }
      assertThat(judged.told()).containsExactly("SCOPE_ORDER apply", "SCOPE_LEAK -");
      Moment opened = judged.findings().get(1).moments().get(0);
      assertThat(String.valueOf(opened.site())).contains("(TrackedScopeTest.java:");
    }
  }

  @Test
  void is_no_fault_of_its_own_when_what_is_within_stays_open() {
    try (Judged judged = Judged.start()) {
      try (Scope outer = judged.open("apply")) {
        judged.open("review");
      }
      assertThat(judged.told()).containsExactly("SCOPE_LEAK review");
    }
  }

  @Test
  void says_once_that_scopes_were_closed_as_they_were_opened() {
    try (Judged judged = Judged.start()) {
      List<Scope> scopes = List.of(judged.open("a"), judged.open("b"), judged.open("c"));
      scopes.forEach(Scope::close);
      assertThat(judged.findings())
          .extracting(Finding::kind)
          .containsExactly(FindingKind.SCOPE_ORDER);
    }
  }

  @Test
  void is_no_scope_when_its_context_was_current_already() {
    try (Judged judged = Judged.start()) {
      try (Scope scope = judged.open("review")) {
        Scope again = Context.current().makeCurrent();
        assertThat(again).isSameAs(Scope.noop());
      }
      assertThat(judged.told()).isEmpty();
    }
  }

  @Test
  void does_no_harm_when_it_is_closed_after_the_recording() {
    Scope scope;
    try (Judged judged = Judged.start()) {
      scope = judged.open("review");
    }
    try (Judged next = Judged.start()) {
      Context own = Context.current();
      scope.close();
      assertThat(Context.current()).isSameAs(own);
      assertThat(next.told()).isEmpty();
    }
    assertThat(Context.current()).isSameAs(Context.root());
  }

  private static final ContextKey<Integer> STEP = ContextKey.named("step");
  /** What is current after each step of a program that opens and closes scopes in any order. */
  private static List<Integer> run(int[] program) {
    List<Integer> current = new ArrayList<>();
    List<Scope> opened = new ArrayList<>();
    for (int step : program) {
      if (step == 0) {
        opened.add(Context.current().with(STEP, opened.size()).makeCurrent());
      } else if (step <= opened.size()) {
        opened.get(step - 1).close();
      }
      Integer seen = Context.current().get(STEP);
      current.add(seen == null ? -1 : seen);
    }
    return current;
  }

  /** Each program of so many steps: 0 opens a scope, n closes the n-th. */
  private static void forEachProgram(int steps, Consumer<int[]> visitor) {
    int choices = steps + 1;
    for (int number = 0; number < Math.pow(choices, steps); number++) {
      int[] program = new int[steps];
      int left = number;
      for (int i = 0; i < steps; i++) {
        program[i] = left % choices;
        left /= choices;
      }
      visitor.accept(program);
    }
  }

  private static boolean isNested(int[] program) {
    List<Integer> open = new ArrayList<>();
    int opened = 0;
    for (int step : program) {
      if (step == 0) {
        open.add(++opened);
      } else if (open.contains(step)) {
        if (open.get(open.size() - 1) != step) {
          return false;
        }
        open.remove(open.size() - 1);
      }
    }
    return open.isEmpty();
  }

  @Test
  void changes_nothing_of_what_is_current_in_any_short_program() {
    changesNothingInPrograms(4);
  }

  @Tag("proof")
  @Test
  void changes_nothing_of_what_is_current_in_longer_programs() {
    changesNothingInPrograms(6);
  }

  private static void changesNothingInPrograms(int steps) {
    forEachProgram(steps, program -> {
      List<Integer> plain = new ArrayList<>();
      onThrowAwayThread(() -> plain.addAll(run(program)));
      try (Judged judged = Judged.start()) {
        assertThat(run(program)).as("%s", (Object) program).isEqualTo(plain);
        assertThat(judged.told().isEmpty()).as("%s", (Object) program).isEqualTo(isNested(program));
      }
      assertThat(Context.current()).as("%s", (Object) program).isSameAs(Context.root());
    });
  }

  /** Scopes that are left open die with their thread. */
  private static void onThrowAwayThread(Runnable work) {
    try {
      Spans.onNewThread(work);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
