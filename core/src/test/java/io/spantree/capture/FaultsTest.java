package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.FindingKind;
import io.spantree.model.NotChecked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static Fault fault(int number) {
    return new Fault(FindingKind.WRITE_AFTER_END, "span " + number, null, null, List.of());
  }

  @Test
  void are_kept_in_the_order_of_their_happening() {
    Faults faults = new Faults();
    faults.add(fault(1));
    faults.add(fault(2));
    assertThat(faults.all()).extracting(Fault::name).containsExactly("span 1", "span 2");
    assertThat(faults.isFull(FindingKind.WRITE_AFTER_END)).isFalse();
    assertThat(faults.notKept()).isEmpty();
  }

  @Test
  void keep_the_first_of_too_many() {
    Faults faults = new Faults();
    for (int i = 0; i < Faults.MOST + 5; i++) {
      faults.add(fault(i));
    }
    assertThat(faults.isFull(FindingKind.WRITE_AFTER_END)).isTrue();
    assertThat(faults.isFull(FindingKind.SCOPE_ORDER)).isFalse();
    assertThat(faults.notKept())
        .containsExactly(
            new NotChecked(FindingKind.WRITE_AFTER_END, NotChecked.Reason.TOO_MANY, null));
    assertThat(faults.all()).hasSize(Faults.MOST);
    assertThat(faults.all().get(Faults.MOST - 1).name()).isEqualTo("span " + (Faults.MOST - 1));
  }

  @Test
  void lose_none_that_several_threads_add() throws Exception {
    Faults faults = new Faults();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(() -> {
        for (int j = 0; j < 100; j++) {
          faults.add(fault(j));
        }
      });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(faults.all()).hasSize(400);
  }
}
