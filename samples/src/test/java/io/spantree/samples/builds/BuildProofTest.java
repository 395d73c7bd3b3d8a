package io.spantree.samples.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's build with reruns, forks, parallel tests and others who want the global. */
@Tag("proof")
class BuildProofTest {
  private static final String FLAKY = "acme.FlakyTest.";
  private static final int IN_ALL_CLASSES = 13;

  @TempDir
  private Path folder;

  @ParameterizedTest(name = "JUnit {0}, OpenTelemetry {1}")
  @CsvSource({"5.12.2, 1.49.0", "5.14.4, 1.49.0", "5.14.4, 1.67.0", "6.1.3, 1.67.0"})
  void holds_in_the_build_of_a_user(String junit, String openTelemetry) throws Exception {
    UserBuild build = UserBuild.copy(Path.of("src/test/projects/build"), folder);

    String printed = build.test(UserBuild.versions(junit, openTelemetry));

    for (String execution : List.of("rerun", "forks", "parallel")) {
      assertReruns(build.reports(execution));
    }
    assertThat(build.reports("rerun").tests()).hasSize(IN_ALL_CLASSES);
    assertThat(build.reports("forks").tests()).hasSize(IN_ALL_CLASSES);
    assertThat(build.reports("parallel").tests()).hasSize(10);
    assertBesideOthers(build);
    assertHeld(build.reports("held"));
    assertThat(printed)
        .contains("Tests run: 13, Failures: 2, Errors: 0, Skipped: 0, Flakes: 1")
        .contains("Tests run: 10, Failures: 2, Errors: 0, Skipped: 0, Flakes: 1")
        .contains("Tests run: 5, Failures: 4, Errors: 0, Skipped: 0");
  }

  /** Each execution is judged by its own spans: of the run before nothing is left. */
  private static void assertReruns(Reports reports) {
    assertThat(reports.notPassed())
        .containsExactly(
            FLAKY + "asserts_what_is_not_there",
            FLAKY + "fails_and_fails_again",
            FLAKY + "fails_and_then_passes");
    assertThat(reports.of(FLAKY + "asserts_what_is_not_there"))
        .containsExactly("failure: " + MISSING, "rerunFailure: " + MISSING);
    assertThat(withoutThread(reports.of(FLAKY + "fails_and_fails_again")))
        .containsExactly(
            "failure: " + open("open in run 1"), "rerunFailure: " + open("open in run 2"));
    assertThat(withoutThread(reports.of(FLAKY + "fails_and_then_passes")))
        .containsExactly("flakyFailure: " + open("at first open"));
  }

  private static void assertBesideOthers(UserBuild build) throws Exception {
    assertThat(build.classOrder("by-name"))
        .containsExactly("GlobalTest", "OtherGlobalTest", "OwnGlobalTest", "PeerTest");
    assertThat(build.classOrder("by-order"))
        .containsExactly("PeerTest", "GlobalTest", "OwnGlobalTest", "OtherGlobalTest");
    for (String execution : List.of("by-name", "by-order")) {
      assertThat(build.reports(execution).tests()).hasSize(7);
      assertThat(build.reports(execution).notPassed()).isEmpty();
    }
  }

  private static void assertHeld(Reports held) {
    assertThat(held.tests()).hasSize(5);
    assertThat(held.of("acme.EarlyGlobalTest.leaves_its_global")).isEmpty();
    assertThat(held.of("acme.GlobalTest.records_a_fresh_tracer"))
        .singleElement()
        .asString()
        .contains("GlobalOpenTelemetry is held by"
            + " io.opentelemetry.sdk.OpenTelemetrySdk$ObfuscatedTracerProvider, set at"
            + " acme.EarlyGlobalTest.leaves_its_global(EarlyGlobalTest.java:13).");
  }

  private static List<String> withoutThread(List<String> outcomes) {
    return outcomes.stream()
        .map(text -> text.replaceAll("started on \\S+ at", "started on … at"))
        .toList();
  }

  private static final String MISSING = """
      Expected a span aply: 1 finding

        MISSING  aply
                 Did you mean apply?

          span apply""";

  private static String open(String name) {
    return """
        Instrumentation checks failed: 1 finding

          OPEN SPAN  "NAME" was never ended
                     started on … at acme.FlakyTest.begin(FlakyTest.java:43)
                     Do all paths end it, also exceptions? try { … } finally { span.end(); }

          ~ span "NAME" openGAP# never ended

          right as it is? Then write above the test: @Allow(kind = FindingKind.OPEN_SPAN, span = "NAME", reason = "…")""".replace("GAP", " ".repeat(27 - name.length() + 1)).replace("NAME", name);
  }
}
