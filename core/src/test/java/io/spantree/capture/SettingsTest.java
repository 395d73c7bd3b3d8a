package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code spantree.properties} and system properties say. */
class SettingsTest {

  @AfterEach
  void clear() {
    System.clearProperty(Settings.AWAIT);
  }

  private static Settings file(String... keysAndValues) {
    Properties file = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      file.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Settings(file);
  }

  @Test
  void each_key_below_ignore_is_one_pattern() {
    SpanCaptureBuilder builder = new SpanCaptureBuilder();
    file("spantree.ignore", "a, b", "spantree.ignore.pool", "scope: io.acme.*").apply(builder);
    try (SpanCapture capture = builder.start()) {
      Spans.record(capture, "a, b");
      Spans.record(capture, "a");
      capture
          .openTelemetry()
          .getTracer("io.acme.pool")
          .spanBuilder("evict")
          .startSpan()
          .end();

      assertThat(capture.recording().spans()).extracting(SpanNode::name).containsExactly("a");
    }
  }

  @Test
  void a_system_property_counts_more_than_the_file() {
    Settings settings = file("spantree.await", "1 ms");
    assertThat(settings.value("spantree.await")).isEqualTo("1 ms");
    System.setProperty("spantree.await", "2 ms");
    assertThat(settings.value("spantree.await")).isEqualTo("2 ms");
  }

  @Test
  void how_long_to_wait_is_taken_over() {
    SpanCaptureBuilder builder = new SpanCaptureBuilder();
    file("spantree.await", "1 ms", "spantree.settle", "0 ms").apply(builder);
    try (SpanCapture capture = builder.start()) {
      Spans.begin(capture, "review");

      assertThat(capture.awaitRecording().reading().gaveUpAfter()).isEqualTo(Duration.ofMillis(1));
    }
  }

  @Test
  void a_misspelt_key_is_an_error() {
    assertThatIllegalStateException()
        .isThrownBy(() -> file("spantree.ingore", "a"))
        .withMessageStartingWith(
            "spantree.properties on the class path has an unknown key spantree.ingore; did you mean"
                + " spantree.ignore? known are [spantree.await, spantree.checks, ");
  }

  @Test
  void a_key_without_the_prefix_is_told_which_was_meant() {
    assertThatIllegalStateException()
        .isThrownBy(() -> file("await", "1 s"))
        .withMessageContaining("unknown key await; did you mean spantree.await? known are");
  }

  @Test
  void what_only_a_system_property_can_say_is_no_key() {
    assertThatIllegalStateException()
        .isThrownBy(() -> file("spantree.golden.dir", "src"))
        .withMessage("spantree.properties on the class path has a key spantree.golden.dir,"
            + " which can only be a system property");
  }

  @Test
  void a_misspelt_system_property_is_told_with_what_was_meant() {
    assertThat(Settings.unknown(Set.of("spantree.chekcs", "spantree.checks", "java.version")))
        .singleElement()
        .asString()
        .startsWith("The system property spantree.chekcs has no effect: did you mean"
            + " spantree.checks? known are [spantree.await, spantree.checks, ");
    assertThat(Settings.unknown(Set.of("spantree.verbose")))
        .singleElement()
        .asString()
        .startsWith("The system property spantree.verbose has no effect: Spantree knows none of"
            + " that name; known are [spantree.await, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"spantree.golden", "spantree.golden.dir", "spantree.version"})
  void what_other_modules_and_builds_read_is_not_told(String name) {
    assertThat(Settings.unknown(Set.of(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"500 ms, PT0.5S", "2s, PT2S", "1 m, PT1M", "7 µs, PT0.000007S", "7ns, PT0.000000007S"
  })
  void durations_are_a_number_and_a_unit(String text, Duration duration) {
    assertThat(Settings.duration("await", text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "ms", "-1 s", "1.5 s", "99999999999 s", "PT2S"})
  void every_other_text_is_an_error_that_names_its_place(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.duration("spantree.await", text))
        .withMessage("spantree.await is a number and a unit (ns, µs, ms, s or m), such as"
            + " \"500 ms\"; was \"" + text + "\"");
  }

  @Test
  void one_of_several_words_is_taken_and_every_other_is_an_error() {
    assertThat(Settings.choice(Settings.AWAIT, "show", "fail")).isEqualTo("show");
    System.setProperty(Settings.AWAIT, "fail");
    assertThat(Settings.choice(Settings.AWAIT, "show", "fail")).isEqualTo("fail");
    System.setProperty(Settings.AWAIT, "FAIL");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.choice(Settings.AWAIT, "show", "fail"))
        .withMessage("The system property spantree.await is show or fail; was \"FAIL\".");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.choice(Settings.AWAIT, "class", "session", "off"))
        .withMessage("The system property spantree.await is class, session or off; was \"FAIL\".");
  }

  @Test
  void a_wrong_word_is_said_to_be_in_the_file_where_it_is_there() {
    Properties file = new Properties();
    file.setProperty("spantree.late", "Fail");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Settings(file).oneOf("spantree.late", "show", "fail"))
        .withMessage("spantree.late in spantree.properties is show or fail; was \"Fail\".");
  }
}
