package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.Outline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same at the sizes that a test can reach at most. */
@Tag("proof")
class HugeSizeTest extends HostileSizeTest {
  @Override
  int many() {
    return 100_000;
  }

  @Override
  int deep() {
    return 100_000;
  }

  @Test
  void siblings_that_only_labels_tell_apart() {
    Outline values = Outline.parse(
        lines(300, i -> "span > s\n k = <any#a" + i + ">\n m = <any#a" + (1 + i % 300) + ">"));
    Outline links = Outline.parse(
        lines(300, i -> "span > s &" + i + "\n k = " + i + "\n link *" + (1 + i % 300)));

    Comparison ring = compare(
        "300 siblings, 300 labels in a ring",
        values,
        recorded(lines(300, i -> "span > s\n k = " + i * 7 % 300 + "\n m = " + (i * 7 + 1) % 300)),
        Mode.CLOSED);
    Comparison crossed = compare(
        "300 links, each to the next but one",
        links,
        recorded(
            lines(300, i -> "span > s &" + i + "\n k = " + i + "\n link *" + (1 + (i + 1) % 300))),
        Mode.CLOSED);

    assertThat(ring.matches() || ring.gaveUp()).isTrue();
    assertThat(crossed.findings()).hasSize(300);
  }
}
