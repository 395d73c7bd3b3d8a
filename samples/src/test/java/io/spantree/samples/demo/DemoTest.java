package io.spantree.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final Path GOLDENS = Path.of("src/test/resources/golden");
  private static final String GOLDEN =
      "io/spantree/samples/rewards/RedemptionTest/queues_a_large_redemption_for_review.spans";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void catches_three_twins() {
    Demo.run(out, GOLDENS);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("RENAMED  ", "LOST CONTEXT  ", "FraudReview.java:", "expected 4200 (long)")
        .contains("was \"4200\" (string)", "3 of 3 broken twins were caught.");
  }

  @Test
  void shows_each_twin_in_at_most_40_lines_without_ids() {
    Demo.run(out, GOLDENS);

    String[] twins = printed.toString(StandardCharsets.UTF_8).split("--- ");
    assertThat(twins).hasSize(4);
    assertThat(twins).allSatisfy(twin -> assertThat(twin).doesNotContainPattern("[0-9a-f]{16}"));
    for (int i = 1; i < twins.length; i++) {
      assertThat(twins[i].lines()).hasSizeLessThanOrEqualTo(40);
    }
  }

  @Test
  void fails_when_the_engine_differs_from_its_golden(@TempDir Path goldens) throws IOException {
    Path golden = goldens.resolve(GOLDEN);
    Files.createDirectories(golden.getParent());
    Files.writeString(golden, "# spantree v1\nspan rewards.redemption.apply OK\n");

    assertThatIllegalStateException()
        .isThrownBy(() -> Demo.run(out, goldens))
        .withMessageStartingWith("the engine differs from its golden");
  }

  @Test
  void fails_when_a_twin_is_not_caught_as_what_it_is(@TempDir Path goldens) throws IOException {
    Path golden = goldens.resolve(GOLDEN);
    Files.createDirectories(golden.getParent());
    String shipped = Files.readString(GOLDENS.resolve(GOLDEN));
    Files.writeString(golden, shipped.replace("= 4200", "= <any>"));

    assertThatIllegalStateException()
        .isThrownBy(() -> Demo.run(out, goldens))
        .withMessage("a broken twin was not caught, see above");
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("NOT CAUGHT");
  }
}
