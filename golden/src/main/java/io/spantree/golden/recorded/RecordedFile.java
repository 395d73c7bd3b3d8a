package io.spantree.golden.recorded;

import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;

/**
 * The file that keeps a recording span by span, in the outline notation: plain values, nothing
 * folded, siblings in start order.
 *
 * <p>A comment above each span tells its evidence. The recording that is read back compares with
 * every golden as the original does.
 */
public final class RecordedFile {
  private RecordedFile() {}

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
