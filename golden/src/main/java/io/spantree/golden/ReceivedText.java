package io.spantree.golden;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.noise.LeftOut;
import io.spantree.golden.noise.LeftOutComment;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.noise.Proposals;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedOutline;
import java.util.List;
import java.util.stream.Stream;

/** The text of a received file: what the golden would have to say. */
final class ReceivedText {
  private static final Outline NOTHING = new Outline(List.of(), false, List.of());

  private final Recording recording;
  private final NoiseRules rules;

  ReceivedText(Recording recording, NoiseRules rules) {
    this.recording = recording;
    this.rules = rules;
  }

  /** Of a golden that does not exist yet: as recorded, but for the matchers that are proposed. */
  String first(Proposals proposals) {
    LeftOut quiet = LeftOut.of(recording, rules, NOTHING);
    Recording recorded = quiet.recording();
    Outline outline = Stream.of(proposals, Proposals.of(rules))
        .map(proposed -> RecordedOutline.of(recorded, line -> line.withAttributes(proposed::apply)))
        .filter(proposed -> Merge.describes(proposed, recorded))
        .findFirst()
        .orElseGet(() -> RecordedOutline.of(recorded));
    return OutlinePrinter.printFile(LeftOutComment.put(outline, quiet.keys()));
  }

  /** The golden merged with what was recorded. */
  String merged(String golden, Comparison comparison, LeftOut quiet, boolean widened) {
    NewValues values = new NewValues(Proposals.of(rules), widened);
    Outline merged = LeftOutComment.put(Merge.of(comparison, values), quiet.keys());
    return TextFile.like(golden, OutlinePrinter.printFile(merged));
  }

  /** The same for a text that was received before; equal to it when nothing differs. */
  String merged(String base, boolean widened) {
    Outline outline = Outline.parse(base, "the received file");
    LeftOut quiet = LeftOut.of(recording, rules, outline);
    Comparison comparison = Comparison.of(outline, quiet.recording(), Mode.CLOSED);
    return comparison.matches() ? base : merged(base, comparison, quiet, widened);
  }
}
