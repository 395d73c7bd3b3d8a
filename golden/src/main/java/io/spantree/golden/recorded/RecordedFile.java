package io.spantree.golden.recorded;

import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The file that keeps a recording span by span, in the outline notation: plain values, nothing
 * folded, siblings in start order.
 *
 * <p>A comment above each span tells its evidence. The recording that is read back compares with
 * every golden as the original does.
 */
public final class RecordedFile {
  private RecordedFile() {}

  /**
   * Where the file of a comparison lies: below {@code spantree/recorded} in the build folder.
   *
   * @param received the received file, which lies below {@code spantree/received}
   * @param name the path of both below these folders
   */
  public static Path beside(Path received, String name) {
    Path folder = received;
    for (int i = 0; i < Path.of(name).getNameCount(); i++) {
      folder = Objects.requireNonNull(folder.getParent(), "a received file lies in its folder");
    }
    return folder.resolveSibling("recorded").resolve(name);
  }

  public static String print(Recording recording) {
    return OutlinePrinter.printFile(PlainOutline.of(recording));
  }

  /**
   * Reads what {@link #print} wrote.
   *
   * @param source what messages call the text, such as its file
   * @throws io.spantree.outline.OutlineSyntaxException when it is not in the notation
   * @throws IllegalArgumentException when it holds matchers or counts, which no recording has
   */
  public static Recording read(String text, String source) {
    return DraftReader.read(Outline.parse(text, source), source).record();
  }
}
