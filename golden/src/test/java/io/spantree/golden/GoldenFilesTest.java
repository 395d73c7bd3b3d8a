package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFilesTest {
  @TempDir
  Path project;

  private void buildFile(String name) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private Path received(String golden) {
    return GoldenFiles.at(project.resolve(golden)).received();
  }

  @Test
  void received_files_lie_below_the_build_folder_of_the_nearest_module() throws IOException {
    buildFile("pom.xml");
    buildFile("app/pom.xml");

    assertThat(received("app/src/test/resources/golden/a/b.spans"))
        .isEqualTo(project.resolve("app/target/spantree/received/a/b.spans"));
  }

  @Test
  void gradle_builds_have_another_build_folder() throws IOException {
    buildFile("app/build.gradle.kts");

    assertThat(received("app/src/it/resources/golden/a.spans"))
        .isEqualTo(project.resolve("app/build/spantree/it/received/a.spans"));
  }

  @Test
  void source_sets_receive_apart() throws IOException {
    buildFile("pom.xml");
    Path folder = project.resolve("src/integrationTest/resources/golden");
    Path spantree = project.resolve("target/spantree/integrationTest");

    for (GoldenFiles files :
        List.of(GoldenFiles.in(folder, "a/b.spans"), GoldenFiles.at(folder.resolve("a/b.spans")))) {
      assertThat(files.name()).isEqualTo("a/b.spans");
      assertThat(files.received()).isEqualTo(spantree.resolve("received/a/b.spans"));
      assertThat(files.recorded()).isEqualTo(spantree.resolve("recorded/a/b.spans"));
      assertThat(files.runs()).isEqualTo(project.resolve("target/spantree/runs"));
    }
    assertThat(received("src/test/resources/golden/a/b.spans"))
        .isEqualTo(project.resolve("target/spantree/received/a/b.spans"));
    assertThat(received("src/golden/a.spans"))
        .isEqualTo(project.resolve("target/spantree/received/a.spans"));
  }

  @Test
  void a_file_that_is_called_golden_is_no_folder_of_goldens() throws IOException {
    buildFile("pom.xml");

    assertThat(GoldenFiles.at(project.resolve("shapes/golden")).name()).isEqualTo("shapes/golden");
  }

  @Test
  void nothing_is_received_below_src() throws IOException {
    buildFile("pom.xml");
    buildFile("src/test/resources/pom.xml");

    assertThat(received("src/test/resources/golden/a.spans"))
        .isEqualTo(project.resolve("target/spantree/received/a.spans"));
    assertThat(received("src/test/resources/traces/a.spans"))
        .isEqualTo(project.resolve("target/spantree/received/src/test/resources/traces/a.spans"));
  }

  @Test
  void without_a_build_file_the_folder_around_src_is_the_module() {
    assertThat(received("app/src/test/resources/golden/a.spans"))
        .isEqualTo(project.resolve("app/target/spantree/received/a.spans"));
  }

  @Test
  void without_any_hint_the_build_folder_lies_beside_the_golden() {
    assertThat(received("a.spans")).isEqualTo(project.resolve("target/spantree/received/a.spans"));
  }

  @Test
  void a_file_is_called_by_its_path_below_the_goldens() throws IOException {
    buildFile("pom.xml");

    assertThat(GoldenFiles.at(project.resolve("golden/x/golden/a/b.spans")).name())
        .isEqualTo("a/b.spans");
  }
}
