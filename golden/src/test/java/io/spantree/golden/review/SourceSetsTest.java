package io.spantree.golden.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.golden.review.StaleGolden.Certainty;
import io.spantree.golden.run.ClassRan;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RanTest;
import io.spantree.golden.run.RunWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSetsTest {
  private static final String LIVE = "io/spantree/golden/review/SourceSetsTest.Flow/flows.spans";
  private static final String GONE = "acme/NoSuchTest/flows.spans";

  @TempDir
  Path module;

  /** A test of the user's: not run here. */
  static class Flow {
    void flows() {}
  }

  @BeforeEach
  void makeGoldens() throws IOException {
    golden("integrationTest", LIVE);
    golden("integrationTest", GONE);
  }

  private Path golden(String set, String name) throws IOException {
    Path file = module.resolve("src").resolve(set).resolve("resources/golden").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "# spantree v1\nspan a\n");
  }

  private void compile(Class<?> type, String folder) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    Path file = module.resolve(folder).resolve(path);
    Files.createDirectories(file.getParent());
    try (var bytes = type.getClassLoader().getResourceAsStream(path)) {
      Files.write(file, bytes.readAllBytes());
    }
  }

  private void ran(String build) {
    RunWriter.in(module.resolve(build).resolve("spantree/runs"))
        .write(new ClassRan(1, List.of("acme.OtherTest"), true));
  }

  /** A test whose classes lie in this folder has compared this golden. */
  private void compared(String build, String classes, Path golden, String name) {
    compared(Flow.class.getName(), build, classes, golden, name);
  }

  /** A test that is gone has compared it. */
  private void comparedByGone(String build, String classes) {
    Path golden = module.resolve("src/integrationTest/resources/golden").resolve(GONE);
    compared("acme.NoSuchTest", build, classes, golden, GONE);
  }

  private void compared(String type, String build, String classes, Path golden, String name) {
    RanTest test = new RanTest(
        "[flows]", "flows()", List.of(type), "flows", List.of(), module.resolve(classes));
    Path received = module.resolve(build).resolve("spantree/received").resolve(name);
    RunWriter.in(module.resolve(build).resolve("spantree/runs"))
        .write(new Compared(
            1,
            test,
            name,
            golden,
            received,
            Outcome.PASSED,
            "0",
            null,
            List.of(),
            0,
            0,
            List.of()));
  }

  private Map<String, Certainty> stale() {
    return StaleGoldens.of(Workspace.of(module)).stream()
        .collect(Collectors.toMap(StaleGolden::name, StaleGolden::certainty));
  }

  @Test
  void goldens_of_a_source_set_are_judged_by_its_own_classes() throws IOException {
    compile(SourceSetsTest.class, "build/classes/java/test");
    compile(Flow.class, "build/classes/groovy/integrationTest");
    ran("build");
    comparedByGone("build", "build/classes/groovy/integrationTest");

    assertThat(stale()).containsOnly(Map.entry(LIVE, Certainty.UNKNOWN), gone());
  }

  private static Map.Entry<String, Certainty> gone() {
    return Map.entry(GONE, Certainty.CERTAIN);
  }

  @Test
  void of_a_source_set_that_is_not_compiled_nothing_is_certain() throws IOException {
    compile(SourceSetsTest.class, "build/classes/java/test");
    ran("build");

    assertThat(stale().values()).containsOnly(Certainty.UNKNOWN);
    assertThat(StaleGoldens.of(Workspace.of(module)))
        .extracting(StaleGolden::reason)
        .containsOnly("the classes of src/integrationTest are not compiled");
  }

  @Test
  void the_classes_of_maven_s_tests_say_nothing_of_another_source_set() throws IOException {
    compile(SourceSetsTest.class, "target/test-classes");
    ran("target");

    assertThat(stale().values()).containsOnly(Certainty.UNKNOWN);
  }

  @Test
  void the_classes_of_the_tests_that_compared_in_a_folder_count_for_it() throws IOException {
    compile(Flow.class, "target/it-classes");
    compared("target", "target/it-classes", golden("integrationTest", LIVE), LIVE);
    comparedByGone("target", "target/it-classes");

    assertThat(stale()).containsOnly(gone());
  }

  @Test
  void where_the_classes_of_one_test_of_a_folder_are_not_there_nothing_is_certain()
      throws IOException {
    compile(SourceSetsTest.class, "build/classes/java/integrationTest");
    compared("build", "build/classes/java/cleaned", golden("integrationTest", LIVE), LIVE);

    assertThat(stale()).containsOnly(Map.entry(GONE, Certainty.UNKNOWN));
  }
}
