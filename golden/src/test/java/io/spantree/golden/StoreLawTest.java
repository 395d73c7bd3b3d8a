package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.model.Recording;
import io.spantree.outline.RecordedOutline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of any recording: several traces, links, labels, equal siblings and noise included. */
class StoreLawTest {
  int seeds() {
    return 24;
  }

  @TempDir
  Path module;

  @BeforeEach
  void makeModule() throws IOException {
    Files.writeString(module.resolve("pom.xml"), "<project/>");
  }

  private Path file(int seed) {
    return module.resolve("src/test/resources/golden/law/t" + seed + ".spans");
  }

  /** Whether it passed; what was received is accepted when it did not. */
  private boolean passesOrIsAccepted(int seed, Recording recording) throws IOException {
    try {
      assertTrace(recording).matches(expected(seed));
      return true;
    } catch (AssertionError differs) {
      Path golden = file(seed);
      Files.createDirectories(golden.getParent());
      Path received = module.resolve("target/spantree/received/law/t" + seed + ".spans");
      Files.copy(received, golden, StandardCopyOption.REPLACE_EXISTING);
      return false;
    }
  }

  private GoldenExpectation expected(int seed) {
    return golden(file(seed)).leaveOut("noise.*");
  }

  /** Some recordings with twins that link to each other match not even their own description. */
  private static boolean describesItself(Recording recording) {
    return Comparison.of(RecordedOutline.of(recording), recording, Mode.CLOSED).matches();
  }

  private static void addNoise(RandomRecording recording, Random random) {
    for (TestSpan span : recording.all()) {
      if (random.nextBoolean()) {
        span.attributes.put("server.port", 0L);
        span.attributes.put("placed.epoch", 0L);
        span.attributes.put("noise.thread", 0L);
      }
    }
  }

  private static void renew(RandomRecording recording, Random random) {
    for (TestSpan span : recording.all()) {
      span.attributes.replaceAll((key, value) -> switch (key) {
        case "server.port" -> 32_768L + random.nextInt(20_000);
        case "placed.epoch" -> 1_700_000_000_000L + random.nextInt(1_000_000_000);
        case "noise.thread" -> (long) random.nextInt(50);
        default -> value;
      });
    }
  }

  @Test
  void what_was_accepted_compares_clean_in_the_same_run_and_in_one_that_differs_in_noise()
      throws IOException {
    int checked = 0;
    for (int seed = 0; seed < seeds(); seed++) {
      Random random = new Random(seed);
      RandomRecording run = new RandomRecording(random, seed % 2 == 0);
      if (!describesItself(run.record())) {
        continue;
      }
      addNoise(run, random);
      renew(run, random);
      assertThat(passesOrIsAccepted(seed, run.record())).isFalse();
      assertTrace(run.record()).as("seed %s", seed).matches(expected(seed));
      if (seed % 2 == 1) { // twins that noise alone tells apart are no longer told apart
        renew(run, random);
        assertTrace(run.record()).as("seed %s, other noise", seed).matches(expected(seed));
      }

      run.mutate();
      Recording changed = run.record();
      if (describesItself(changed) && !passesOrIsAccepted(seed, changed)) {
        assertTrace(changed).as("seed %s, changed", seed).matches(expected(seed));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(seeds() / 3);
  }
}
