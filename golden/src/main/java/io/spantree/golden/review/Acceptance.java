package io.spantree.golden.review;

import io.spantree.compare.Comparison;
import io.spantree.golden.TextFile;
import io.spantree.golden.noise.LeftOutComment;
import io.spantree.golden.run.RanTest;
import io.spantree.model.Finding;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Makes goldens of what was received, unless there is a reason not to. */
public final class Acceptance {
  private Acceptance() {}

  /** Why nothing of it may be accepted; empty when it may, losses left aside. */
  public static Optional<Refusal> refusal(PendingGolden pending) {
    if (!pending.sharers().isEmpty()) {
      return Optional.of(Refusal.SHARED);
    } else if (!pending.isUntouched()) {
      return Optional.of(Refusal.GOLDEN_CHANGED);
    } else if (!pending.isReceivedWhole()) {
      return Optional.of(Refusal.RECEIVED_CHANGED);
    } else if (pending.isEmpty()) {
      return Optional.of(Refusal.EMPTY);
    }
    return isOutdated(pending) ? Optional.of(Refusal.OUTDATED) : Optional.empty();
  }

  /**
   * Why it may not be accepted in part; empty when it may, losses left aside.
   *
   * @throws io.spantree.outline.OutlineSyntaxException when the golden is not in the notation
   */
  public static Optional<Refusal> refusalInPart(PendingGolden pending) {
    Optional<Refusal> refusal = refusal(pending);
    return refusal.isPresent() || pending.isNew() || pending.isRecordingKept()
        ? refusal
        : Optional.of(Refusal.NO_RECORDING);
  }

  private static boolean isOutdated(PendingGolden pending) {
    RanTest test = pending.compared().test();
    Path classFile = test == null ? null : test.classFile();
    try {
      return classFile != null
          && Files.getLastModifiedTime(classFile)
                  .compareTo(Files.getLastModifiedTime(pending.compared().received()))
              > 0;
    } catch (NoSuchFileException gone) {
      return false; // a cleaned build; nothing newer is there
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the age of " + classFile + ": " + e, e);
    }
  }

  /**
   * Makes all that was received the golden.
   *
   * @throws RefusedException when a reason not to has come up since it was asked for
   * @throws UncheckedIOException when it cannot be written; the old golden is whole then
   * @throws IllegalStateException when a symbolic link leads out of the folder of goldens
   */
  public static void acceptAll(PendingGolden pending) {
    String received = pending.received();
    refuseChange(pending);
    write(pending, received);
  }

  /** Asks again: a question may have stood for long. */
  private static void refuseChange(PendingGolden pending) {
    Optional<Refusal> refusal = refusal(pending);
    if (refusal.isPresent()) {
      throw new RefusedException(pending, refusal.get());
    }
  }

  /**
   * Takes all findings but these into the golden.
   *
   * @param base the golden to start from, in which the reader may have loosened something
   * @throws EntangledException when these cannot be told from the others; nothing is written
   * @throws RefusedException when a reason not to has come up since it was asked for
   */
  public static void accept(PendingGolden pending, Comparison base, Collection<Finding> left) {
    Outline merged = PartialMerge.leaving(left, base, pending.rules());
    Outline noted = LeftOutComment.like(Outline.parse(pending.received()), merged);
    String text = TextFile.like(pending.golden(), OutlinePrinter.printFile(noted));
    refuseChange(pending);
    write(pending, text);
  }

  /**
   * Moves a golden to where its test now looks for it; its matchers and comments go with it.
   *
   * @throws UncheckedIOException when it cannot be written; the old golden stays then
   * @throws IllegalStateException when something else is there by now; nothing is changed then
   */
  public static void move(StaleGolden stale) {
    PendingGolden to = Objects.requireNonNull(stale.movedTo(), "it was not moved");
    if (refusal(to).isPresent()) {
      throw new IllegalStateException(stale.name() + " was not moved, because " + to.name()
          + " has changed since; run its test again, then prune");
    }
    write(to, TextFile.read(stale.file()).orElse(""));
    TextFile.delete(stale.file());
  }

  private static void write(PendingGolden pending, String text) {
    Path golden = pending.compared().golden();
    TextFile.refuseLinkOut(golden, pending.root());
    TextFile.write(golden, text, pending.workshop());
  }
}
