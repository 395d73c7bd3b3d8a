package io.spantree.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this project, found from the module in which the tests run. */
final class Project {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Project() {}

  static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file)).stripTrailing();
  }

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
      }
    }
    return pages;
  }

  /** The lines between {@code // snippet: name} and {@code // end}, without their indentation. */
  static String snippet(String file, String name) throws IOException {
    List<String> snippet = new ArrayList<>();
    boolean inside = false;
    for (String line : read(file).lines().toList()) {
      if (inside && line.strip().equals("// end")) {
        return String.join("\n", snippet).stripTrailing().stripIndent().strip();
      } else if (inside) {
        snippet.add(line);
      }
      inside |= line.strip().equals("// snippet: " + name);
    }
    throw new IllegalStateException(file + " has no snippet " + name);
  }
}
