package io.spantree.samples.builds;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RunRecord;
import io.spantree.samples.walk.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A user's build with goldens: two forks, reused and not, parallel tests, reruns, a JVM that is
 * killed, and failsafe beside surefire, all of which leave what they received in one folder.
 */
@Tag("proof")
class GoldenBuildProofTest {
  private static final int ORDERS = 200;
  private static final int KILLED = 6;
  private static final int ALL = ORDERS + KILLED + 2 + 1;
  private static final int BEFORE_THE_KILL = 3;

  @TempDir
  private Path folder;

  private UserBuild build;
  private Path goldens;
  private Path received;
  private CliJar cli;

  @BeforeEach
  void copyProject() throws Exception {
    Path projects = Path.of("src/test/projects");
    build = UserBuild.copy(projects.resolve("goldens"), folder);
    String notes = "src/test/java/acme/Notes.java";
    Files.copy(projects.resolve("build").resolve(notes), folder.resolve(notes));
    goldens = folder.resolve("src/test/resources/golden");
    received = folder.resolve("target/spantree/received");
    cli = CliJar.packaged();
  }

  @ParameterizedTest(name = "JUnit {0}, OpenTelemetry {1}")
  @CsvSource({"5.12.2, 1.49.0", "6.1.3, 1.67.0"})
  void goldens_hold_in_the_build_of_a_user(String junit, String openTelemetry) throws Exception {
    run("NEW", junit, openTelemetry);
    allArePending();
    Map<String, String> accepted = accepted();

    run("CHANGED", junit, openTelemetry);
    assertThat(texts(goldens)).as("a run writes no golden").isEqualTo(accepted);
    onlyWhatChangedIsReceived(accepted);

    run("NEW", junit, openTelemetry);
    assertThat(texts(goldens)).isEqualTo(accepted);
    assertThat(texts(received)).as("all have passed").isEmpty();
    assertThat(cli.in(folder, "list")).isEqualTo(new Shell.Result(0, "Nothing is pending.\n"));
    assertThat(cli.in(folder, "check"))
        .isEqualTo(new Shell.Result(0, "Nothing is pending, stale or gone.\n"));
  }

  private void run(String state, String junit, String openTelemetry) throws Exception {
    Map<String, String> properties = new TreeMap<>(UserBuild.versions(junit, openTelemetry));
    properties.put("acme.state", state);
    build.run("integration-test", properties);
  }

  private void allArePending() throws IOException {
    assertThat(goldens).as("a run writes no golden").doesNotExist();
    assertThat(texts(received)).hasSize(ALL);
    List<RunRecord> records = records();
    assertThat(records.stream().map(record -> record.start().pid()).distinct())
        .as("2 forks that are reused, 4 that are not, and one each for reruns, kill and failsafe")
        .hasSize(2 + 4 + 3);
    assertThat(records.stream().flatMap(record -> record.comparisons().stream()))
        .as("each class of orders ran in two executions, and each flaky test twice")
        .hasSize(2 * ORDERS + KILLED + 2 * 2 + 1)
        .extracting(Compared::outcome)
        .containsOnly(Outcome.PENDING);
  }

  private Map<String, String> accepted() throws IOException {
    Map<String, String> before = texts(received);

    Shell.Result result = cli.in(folder, "accept");

    assertThat(result.output()).startsWith("Accepted 209 goldens:\n- new: acme/FirstOrdersTest/");
    assertThat(result.code()).isZero();
    assertThat(texts(goldens)).isEqualTo(before);
    assertThat(before.get("acme/FirstOrdersTest/places.row-7.spans")).isEqualTo("""
        # spantree v1
        span "place order"
            coins = 7
            order.id = <uuid>
        span > charge
        """);
    return before;
  }

  /** What was received before and accepted lies there until its test passes. */
  private void onlyWhatChangedIsReceived(Map<String, String> accepted) throws IOException {
    Map<String, String> texts = texts(received);
    texts.entrySet().removeAll(accepted.entrySet());
    assertThat(texts.keySet())
        .as("what passed in its rerun is not among it, nor what came after the kill")
        .containsExactly(
            "acme/FlakyTest/fails_and_fails_again.spans",
            "acme/KilledTest/places.row-0.spans",
            "acme/KilledTest/places.row-1.spans",
            "acme/KilledTest/places.row-2.spans",
            "acme/ShopIT/places.spans");
    assertThat(texts.get("acme/FlakyTest/fails_and_fails_again.spans"))
        .as("the last attempt counts, and satisfied matchers stay")
        .isEqualTo("""
            # spantree v1
            span "place order"
                coins = 12
                order.id = <uuid>
            span > charge
            """);
    Shell.Result list = cli.in(folder, "list");
    assertThat(list.code()).isEqualTo(1);
    assertThat(list.output())
        .startsWith(2 + BEFORE_THE_KILL + " goldens are pending:\n")
        .contains("differs  acme/ShopIT/places.spans  1 ATTRIBUTE VALUE");
    assertThat(cli.in(folder, "check").output())
        .as("what the killed JVM did not reach is not taken for stale")
        .startsWith("5 goldens pending:\n")
        .doesNotContain("stale");
  }

  /** Fails if a line is torn anywhere but at the end. */
  private List<RunRecord> records() {
    return RunRecord.readAll(folder.resolve("target/spantree/runs"));
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }
}
