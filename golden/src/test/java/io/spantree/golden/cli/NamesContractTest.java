package io.spantree.golden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in the telemetry contract that look like the contract. */
class NamesContractTest {
  @TempDir
  Path folder;

  private Project project;
  private Records records;

  @BeforeEach
  void makeProject() throws IOException {
    project = new Project(folder.resolve("p"));
    records = new Records(project);
    records.compile(NamesContractTest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order : place",
        " : ",
        "a : long",
        "say \"a : b\"",
        "back\\",
        "back\\ : \"",
        "# order",
        "a | b"
      })
  void a_name_or_key_stays_whatever_it_looks_like(String name) {
    records.saw(NamesContractTest.class, name, Map.of(name, "long", "coins", "double"));
    records.ran(NamesContractTest.class, true);
    project.run("names", "--write");
    String written = Project.read(project.goldenFile("telemetry.names"));

    assertThat(project.run("check").out()).isEqualTo("Nothing is pending, stale or gone.\n");
    project.run("names", "--write");
    project.run("names", "--write");
    assertThat(Project.read(project.goldenFile("telemetry.names"))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"order : place", " : "})
  void it_stays_in_a_partial_run_too_without_a_second_line(String name) {
    records.saw(NamesContractTest.class, name, Map.of(name, "long"));
    records.ran(NamesContractTest.class, false);
    project.run("names", "--write");
    String written = Project.read(project.goldenFile("telemetry.names"));

    assertThat(project.run("names").code()).isZero();
    project.run("names", "--write");
    assertThat(Project.read(project.goldenFile("telemetry.names"))).isEqualTo(written);
  }
}
