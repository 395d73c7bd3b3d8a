package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.outline.Outline;

/**
 * What is compared with what; the same for every attempt to pair it.
 *
 * @param outline what was expected
 * @param tree its lines
 * @param recording what was recorded
 * @param mode whether the outline claims to describe everything
 * @param targets the spans that links point to
 * @param hashes hashes of the subtrees of both
 * @param traces the traces of both
 */
record Subject(
    Outline outline,
    ExpectedTree tree,
    Recording recording,
    Mode mode,
    Targets targets,
    SubtreeHashes hashes,
    Traces traces) {

  static Subject of(Outline outline, Recording recording, Mode mode) {
    ExpectedTree tree = ExpectedTree.of(outline);
    SpanNumbers numbers = SpanNumbers.of(recording);
    return new Subject(
        outline,
        tree,
        recording,
        mode,
        new Targets(recording),
        new SubtreeHashes(tree, numbers),
        new Traces(outline, tree, recording, numbers, mode));
  }

  Subject in(Mode other) {
    return new Subject(outline, tree, recording, other, targets, hashes, traces);
  }
}
