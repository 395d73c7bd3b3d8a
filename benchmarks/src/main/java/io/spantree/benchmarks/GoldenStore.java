package io.spantree.benchmarks;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.Attributes;
import io.spantree.assertions.Verdict;
import io.spantree.golden.Goldens;
import io.spantree.model.Recording;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedOutline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Goldens in a module of their own, compared as a suite does: files are read and written. */
final class GoldenStore {
  private static final int WIDTH = 10;

  private final List<Path> goldens = new ArrayList<>();
  private final Recording recording;

  /**
   * @param count how many goldens
   * @param size how many spans each has
   * @param differs whether one attribute of the recording is another
   */
  GoldenStore(int count, int size, boolean differs) {
    SpanTree tree = SpanTree.ofDistinctSiblings(size, WIDTH);
    Recording before = Recording.of(tree.withAttributes(GoldenStore::attributes).spans());
    int changed = differs ? size * 7 / 9 : -1;
    this.recording = Recording.of(
        tree.withAttributes(i -> i == changed ? attributes(-1) : attributes(i)).spans());
    String text = OutlinePrinter.printFile(RecordedOutline.of(before));
    try {
      Path module = Files.createTempDirectory("spantree-goldens");
      Files.writeString(module.resolve("pom.xml"), "<project/>");
      Path folder = Files.createDirectories(module.resolve("src/test/resources/golden/shop"));
      for (int i = 0; i < count; i++) {
        goldens.add(Files.writeString(folder.resolve("order" + i + ".spans"), text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Attributes attributes(int index) {
    return Attributes.of(stringKey("customer"), "c-1", longKey("item"), (long) index);
  }

  /** How many of the goldens the recording equals. */
  int compareAll() {
    int equal = 0;
    for (Path golden : goldens) {
      Verdict verdict = Goldens.golden(golden).verify(recording);
      equal += verdict instanceof Verdict.Matched ? 1 : 0;
    }
    return equal;
  }
}
