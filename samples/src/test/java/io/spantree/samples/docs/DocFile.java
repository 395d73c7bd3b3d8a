package io.spantree.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of documentation, as its fenced blocks.
 *
 * <p>A block says in a comment right above it where it comes from:
 *
 * <pre>
 * &lt;!-- snippet: samples/src/test/java/…/FirstTest.java#first-test --&gt;
 * &lt;!-- output: lost-context --&gt;
 * &lt;!-- file: samples/src/test/resources/golden/….spans --&gt;
 * &lt;!-- notation --&gt;
 * &lt;!-- commands --&gt;
 * &lt;!-- not run: why --&gt;
 * </pre>
 */
record DocFile(Path path, List<String> lines) {
  private static final Pattern MARK = Pattern.compile("<!-- ([a-z ]+?)(?:: (.+?))? -->");

  /**
   * A fenced block.
   *
   * @param kind the word of its comment; empty when it has none
   * @param source what the comment says behind the word
   * @param from the index of its first line
   * @param to the index behind its last line
   */
  record Block(String kind, String source, int from, int to) {}

  static DocFile read(Path path) throws IOException {
    return new DocFile(path, Files.readAllLines(path));
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        Matcher mark = MARK.matcher(i == 0 ? "" : lines.get(i - 1).strip());
        boolean marked = mark.matches();
        int from = i + 1;
        do {
          i++;
        } while (!lines.get(i).startsWith("```"));
        String source = marked && mark.group(2) != null ? mark.group(2) : "";
        blocks.add(new Block(marked ? mark.group(1) : "", source, from, i));
      }
    }
    return blocks;
  }

  String text(Block block) {
    return String.join("\n", lines.subList(block.from(), block.to()));
  }

  DocFile with(Block block, String text) {
    List<String> changed = new ArrayList<>(lines.subList(0, block.from()));
    changed.addAll(text.lines().toList());
    changed.addAll(lines.subList(block.to(), lines.size()));
    return new DocFile(path, changed);
  }

  void write() throws IOException {
    Files.writeString(path, String.join("\n", lines) + "\n");
  }
}
