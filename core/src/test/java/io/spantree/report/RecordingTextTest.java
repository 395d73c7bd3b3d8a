package io.spantree.report;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.fixture.Hostile;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import org.junit.jupiter.api.Test;

/** A recording as text, and as Java. */
class RecordingTextTest {
  @Test
  void a_recording_is_shown_as_an_outline_that_it_matches() {
    Recording recording = recorded("span a OK\n  k = \"%s \\\\ \\n\"\nspan > \"b \\\"\" x3");

    String outline = RecordingText.outline(recording);

    assertThat(Comparison.of(Outline.parse(outline), recording, Mode.CLOSED).matches())
        .isTrue();
  }

  @Test
  void a_chain_is_cut_where_nobody_reads_on_and_still_matches() {
    Recording recording = Hostile.chain(i -> "s", 2_000);

    String outline = RecordingText.outline(recording);

    assertThat(outline).endsWith("# … and 1799 lines deeper than 200").hasSizeLessThan(100_000);
    assertThat(Comparison.of(Outline.parse(outline), recording, Mode.CLOSED).matches())
        .isTrue();
  }

  @Test
  void the_first_lines_are_shown_and_the_others_counted() {
    assertThat(RecordingText.clipped("a\nb\nc", 3)).isEqualTo("a\nb\nc");
    assertThat(RecordingText.clipped("a\nb\nc\nd", 3)).isEqualTo("a\nb\nc\n# … and 1 line more");
  }

  @Test
  void the_text_block_escapes_what_java_would_read_otherwise() {
    assertThat(RecordingText.asJava("span \"a\\n\"\n    k = \"\"\"\"\n# ends in a space "))
        .isEqualTo("""
            assertTrace().hasExactShape(\"""
                span "a\\\\n"
                    k = \\\"""\"
                # ends in a space\\s
                \""");
            """);
  }
}
