package io.spantree.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.outline.Outline;
import io.spantree.samples.docs.DocFile.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps every block of README and docs equal to what was compiled and run. */
class DocumentationTest {
  /** {@code -Ddocs.pages=write} rewrites the pages instead of failing. */
  private static final boolean WRITE = "write".equals(System.getProperty("docs.pages"));

  private static final Map<String, String> OUTPUTS = Outputs.all();

  static Stream<Path> pages() throws IOException {
    return Project.pages().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shows_what_was_run(Path path) throws IOException {
    DocFile page = DocFile.read(path);
    List<Block> blocks = new ArrayList<>(page.blocks());
    blocks.sort(Comparator.comparing(Block::from).reversed()); // rewriting moves what is below
    for (Block block : blocks) {
      String actual = content(block, page);
      if (WRITE) {
        page = page.with(block, actual);
      } else {
        assertThat(page.text(block))
            .as("%s, line %s; -Ddocs.pages=write rewrites it", path.getFileName(), block.from())
            .isEqualTo(actual);
      }
    }
    if (WRITE) {
      page.write();
    }
  }

  private static String content(Block block, DocFile page) throws IOException {
    String source = block.source();
    return switch (block.kind()) {
      case "snippet" ->
        Project.snippet(
            source.substring(0, source.indexOf('#')), source.substring(source.indexOf('#') + 1));
      case "file" -> Project.read(source);
      case "output" -> OUTPUTS.get(source).replace(Project.ROOT + "/", "");
      case "notation" -> notation(page.text(block), page.path());
      case "commands", "pom", "not run" -> page.text(block);
      default ->
        throw new AssertionError(
            page.path() + ", line " + block.from() + ": the block says nowhere what it shows");
    };
  }

  /** An example in the notation is valid; it need not be what the printer prints. */
  private static String notation(String example, Path page) {
    Outline.parse(example, page.toString());
    return example;
  }

  @Test
  void ci_runs_the_commands_of_the_readme() throws IOException {
    String ci = Project.read(".ci/run").replace("\"${mvn[@]}\"", "mvn").replace("clean ", "");
    DocFile readme = DocFile.read(Project.ROOT.resolve("README.md"));
    List<String> commands = readme.blocks().stream()
        .filter(block -> block.kind().equals("commands"))
        .flatMap(block -> readme.text(block).lines())
        .map(line -> line.replaceAll("\\s+#.*", ""))
        .toList();

    assertThat(commands).contains("mvn -q -Pdemo verify", "mvn verify");
    assertThat(ci).contains(commands);
  }

  @Test
  void the_dependencies_of_the_readme_are_those_of_the_build() throws IOException {
    String parent = Project.read("pom.xml");
    DocFile readme = DocFile.read(Project.ROOT.resolve("README.md"));
    List<String> poms = readme.blocks().stream()
        .filter(block -> block.kind().equals("pom"))
        .map(readme::text)
        .toList();

    assertThat(poms).isNotEmpty();
    for (String pom : poms) {
      PomSnippet.coordinates(pom)
          .forEach(coordinates -> assertThat(PomSnippet.coordinates(parent)).contains(coordinates));
    }
  }
}
