package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.capture.Quiescence.Watch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long to wait next, by a clock that stands still. */
class QuiescenceTest {
  private long now = Long.MAX_VALUE - 10; // nanoTime may overflow
  private final Quiescence quiescence =
      new Quiescence(Duration.ofNanos(2_000), Duration.ofNanos(50), () -> now);

  private Watch watch(boolean open, boolean shared) {
    return quiescence.new Watch(() -> open, () -> shared);
  }

  @Test
  void does_not_wait_when_nothing_is_open_and_no_other_thread_takes_part() {
    assertThat(watch(false, false).left()).isZero();
  }

  @Test
  void waits_for_open_spans_until_it_gives_up() {
    Watch watch = watch(true, false);
    assertThat(watch.left()).isEqualTo(1_950);
    now += 1_990;
    assertThat(watch.left()).isEqualTo(10);
    now += 10;
    assertThat(watch.left()).isZero();
  }

  @Test
  void settles_when_other_threads_take_part() {
    Watch watch = watch(false, true);
    assertThat(watch.left()).isEqualTo(50);
    now += 49;
    assertThat(watch.left()).isEqualTo(1);
    now += 1;
    assertThat(watch.left()).isZero();
  }

  @Test
  void settles_anew_when_something_happens() {
    Watch watch = watch(false, true);
    now += 49;
    quiescence.nextNumber();
    assertThat(watch.left()).isEqualTo(50);
    now += 49;
    assertThat(watch.left()).isEqualTo(1);
  }

  @Test
  void gives_up_on_what_never_settles() {
    Watch watch = watch(false, true);
    now += 1_980;
    quiescence.nextNumber();
    assertThat(watch.left()).isEqualTo(20);
    now += 20;
    quiescence.nextNumber();
    assertThat(watch.left()).isZero();
  }

  @Test
  void does_not_settle_again_when_nothing_has_happened_since() {
    quiescence.nextNumber();
    Watch first = watch(false, true);
    now += 50;
    assertThat(first.left()).isZero();

    assertThat(watch(false, true).left()).isZero();
    quiescence.nextNumber();
    assertThat(watch(false, true).left()).isEqualTo(50);
  }

  @Test
  void settles_again_after_it_gave_up() {
    Watch first = watch(false, true);
    now += 1_980;
    quiescence.nextNumber();
    assertThat(first.left()).isEqualTo(20);

    assertThat(watch(false, true).left()).isEqualTo(50);
  }

  @Test
  void tells_what_came_in_the_last_moments_from_what_came_before() {
    Watch watch = watch(true, true);
    quiescence.nextNumber();
    now += 1_000;
    assertThat(watch.left()).isEqualTo(950);
    now += 950;
    assertThat(watch.left()).isEqualTo(50);
    quiescence.nextNumber();
    now += 50;
    assertThat(watch.left()).isZero();

    assertThat(watch.late()).isEqualTo(1);
  }

  @Test
  void looks_when_the_last_moments_begin_also_if_nothing_is_open() {
    Watch watch = watch(false, true);
    now += 1_940;
    quiescence.nextNumber();
    assertThat(watch.left()).isEqualTo(10);
    now += 10;
    assertThat(watch.left()).isEqualTo(40);
    now += 30;
    quiescence.nextNumber();
    assertThat(watch.left()).isEqualTo(20);
    now += 20;
    assertThat(watch.left()).isZero();

    assertThat(watch.late()).isEqualTo(1);
  }

  @Test
  void counts_as_late_what_came_before_a_look_that_was_late_itself() {
    Watch watch = watch(false, true);
    now += 1_940;
    quiescence.nextNumber();
    assertThat(watch.left()).isEqualTo(10);
    now += 30;
    quiescence.nextNumber();
    assertThat(watch.left()).isEqualTo(30);
    now += 30;
    assertThat(watch.left()).isZero();

    assertThat(watch.late()).isEqualTo(1);
  }
}
