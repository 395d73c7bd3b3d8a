package io.spantree.samples.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManualReviewQueueTest {
  private final MovableClock clock = new MovableClock("2026-03-14T02:00:00Z");
  private final ManualReviewQueue queue = new ManualReviewQueue(clock);

  @Test
  void the_first_in_the_queue_has_not_waited() {
    assertThat(queue.add("first")).isZero();
  }

  @Test
  void who_comes_later_is_told_how_long_the_head_has_waited() {
    queue.add("first");
    clock.advance(Duration.ofSeconds(2));
    queue.add("second");
    clock.advance(Duration.ofSeconds(1));

    assertThat(queue.add("third")).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void a_request_that_is_queued_again_keeps_its_place() {
    queue.add("first");
    clock.advance(Duration.ofSeconds(2));

    assertThat(queue.add("first")).isEqualTo(Duration.ofSeconds(2));
    assertThat(queue.size()).isEqualTo(1);
  }
}
