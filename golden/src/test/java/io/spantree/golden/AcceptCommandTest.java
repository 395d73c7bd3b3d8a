package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptCommandTest {
  @TempDir
  Path project;

  private GoldenFiles files(String module) {
    return GoldenFiles.in(project.resolve(module).resolve("src/test/resources/golden"), "a.spans");
  }

  private Path folder(String name, String buildFile) throws IOException {
    Path folder = Files.createDirectories(project.resolve(name));
    Files.writeString(folder.resolve(buildFile), "");
    return folder;
  }

  @Test
  void paths_are_relative_in_a_top_level_project() throws IOException {
    Path here = folder("app", "pom.xml");

    assertThat(AcceptCommand.lines(files("app"), here, Map.of()))
        .containsExactly(
            "accept: mkdir -p src/test/resources/golden && cp target/spantree/received/a.spans \\",
            "           src/test/resources/golden/a.spans",
            "      # or: java -jar spantree-golden-cli.jar accept a");
  }

  @Test
  void the_module_is_named_where_others_may_have_the_same_golden() throws IOException {
    Path above = folder("", "pom.xml");
    Path module = folder("app", "pom.xml");
    String command = "      # or: java -jar spantree-golden-cli.jar accept -C ";

    assertThat(AcceptCommand.lines(files("app"), above, Map.of())).endsWith(command + "app a");
    assertThat(AcceptCommand.lines(files("app"), module, Map.of()))
        .endsWith(command + module + " a");
  }

  @Test
  void on_ci_nothing_can_be_accepted() throws IOException {
    Path here = folder("app", "pom.xml");

    assertThat(AcceptCommand.lines(files("app"), here, Map.of("CI", "false", "TF_BUILD", "True")))
        .containsExactly(
            "accept: not possible on CI (TF_BUILD is set). Run the test on your machine and accept"
                + " it there.",
            "        What was received is in target/spantree/received/a.spans");
  }

  @Test
  void an_existing_folder_is_not_made() throws IOException {
    Path here = folder("app", "pom.xml");
    Files.createDirectories(here.resolve("src/test/resources/golden"));

    assertThat(AcceptCommand.lines(files("app"), here, Map.of()).get(0))
        .isEqualTo("accept: cp target/spantree/received/a.spans \\");
  }

  @Test
  void paths_are_absolute_in_a_module_and_outside_of_all() throws IOException {
    folder("", "build.gradle");
    Path module = folder("app", "build.gradle.kts");
    Path elsewhere = Files.createDirectories(project.resolve("elsewhere"));
    String copy = " && cp " + module.resolve("build/spantree/received/a.spans") + " \\";

    assertThat(AcceptCommand.lines(files("app"), module, Map.of()).get(0)).endsWith(copy);
    assertThat(AcceptCommand.lines(files("app"), elsewhere, Map.of()).get(0)).endsWith(copy);
  }
}
