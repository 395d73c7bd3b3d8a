package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.recorded.RecordedFile;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecordedFileTest {
  private static Recording reread(Recording recording) {
    return RecordedFile.read(RecordedFile.print(recording), "recorded.spans");
  }

  private static List<Finding> findings(Outline golden, Recording recording) {
    return Comparison.of(golden, recording, Mode.CLOSED).findings().stream()
        .map(finding -> new Finding(
            finding.kind(),
            finding.path(),
            finding.part(),
            finding.expected(),
            finding.actual(),
            null))
        .toList();
  }

  @Test
  void what_is_read_back_compares_like_the_recording() {
    checkReadBack(20);
  }

  @Test
  @Tag("proof")
  void what_is_read_back_compares_like_the_recording_for_many_seeds() {
    checkReadBack(1_000);
  }

  private static void checkReadBack(int seeds) {
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      RandomRecording before = new RandomRecording(random, seed % 2 == 0);
      Outline golden = new RandomGolden(random).of(before.record());
      RandomRecording after = before.copy();
      for (int i = random.nextInt(4); i > 0; i--) {
        after.mutate();
      }

      Recording recording = after.record();

      assertThat(findings(golden, reread(recording)))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(findings(golden, recording));
    }
  }

  @Test
  void every_type_of_value_and_every_state_is_read_back() {
    String text = """
        # spantree v1
        trace a
        span "a%s\\n\\u202e" SERVER ERROR "boom" parent=<remote>
            bytes = base64"AAEC"
            complex = {"deep": [1, "x", {"k": true}], "n": 2.5}
            double = 4200.0
            empty = [] : string[]
            flags = [true, false]
            long = 4200
            mixed = [1, "x"]
            names = ["a", "b"]
            nan = NaN
            numbers = [1.5, 2.5]
            text = "<uuid>"
            event exception
              . exception.message = "no"
            link *1
              . batch.index = 0
            link <external>
        span > b open
        span > b duplicate
        span > b &1
        trace c
        span c lost
        trace d
        span d orphan
        trace e
        span e cycle
        span > f
        """;

    Recording recording = RecordedFile.read(text, "recorded.spans");

    assertThat(findings(Outline.parse(text), recording)).isEmpty();
    assertThat(RecordedFile.print(reread(recording))).isEqualTo(RecordedFile.print(recording));
    assertThat(RecordedOutline.of(recording).print()).contains("span c lost", "span e cycle");
  }

  @Test
  void it_lies_beside_the_received_file() {
    Path received = Path.of("m/target/spantree/received/io/acme/OrderTest/queues.spans");

    assertThat(RecordedFile.beside(received, "io/acme/OrderTest/queues.spans"))
        .isEqualTo(Path.of("m/target/spantree/recorded/io/acme/OrderTest/queues.spans"));
  }

  @Test
  void a_file_with_a_matcher_is_no_recording() {
    assertThatThrownBy(() -> RecordedFile.read("span a\n    k = <uuid>\n", "x.spans"))
        .hasMessage("x.spans is no recording: it holds the matcher <uuid>");
  }

  @Test
  void a_file_with_a_count_is_no_recording() {
    assertThatThrownBy(() -> RecordedFile.read("span a x3\n", "x.spans"))
        .hasMessage("x.spans is no recording: a line stands for one span, not for x3");
  }
}
