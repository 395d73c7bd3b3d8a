package io.spantree.golden.review;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.TextFile;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.recorded.RecordedFile;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Hash;
import io.spantree.golden.run.Outcome;
import io.spantree.model.Recording;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlineSyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A golden that is not what the last run received. */
public final class PendingGolden {
  private final Compared compared;
  private final List<String> sharers;
  private @Nullable Recording recording;

  PendingGolden(Compared compared) {
    this(compared, List.of());
  }

  PendingGolden(Compared compared, List<String> sharers) {
    this.compared = compared;
    this.sharers = sharers;
  }

  /** The tests that recorded different trees for it in one run; none when there is one tree. */
  public List<String> sharers() {
    return sharers;
  }

  /** What the run wrote of the comparison. */
  public Compared compared() {
    return compared;
  }

  public String name() {
    return compared.name();
  }

  /** Whether there was no golden. */
  public boolean isNew() {
    return compared.outcome() == Outcome.PENDING;
  }

  /** The golden's text as it is now; empty when there is no file. */
  public String golden() {
    return TextFile.read(compared.golden()).orElse("");
  }

  public String received() {
    return TextFile.read(compared.received()).orElse("");
  }

  /** Whether nothing was recorded, so that comments are all that was received. */
  boolean isEmpty() {
    return received()
        .lines()
        .allMatch(line -> line.isBlank() || line.startsWith("#") || line.startsWith("\uFEFF#"));
  }

  /** Whether the golden already is what was received. */
  boolean isAccepted() {
    return Files.exists(compared.golden()) && golden().equals(received());
  }

  /**
   * The recording against the golden as it is now.
   *
   * @throws io.spantree.outline.OutlineSyntaxException when the golden is not in the notation
   * @throws IllegalStateException when the recording was not kept
   */
  public Comparison comparison() {
    return compareWith(Outline.parse(golden(), compared.golden().toString()));
  }

  Comparison compareWith(Outline golden) {
    return Comparison.of(golden, recording(), Mode.CLOSED);
  }

  private Recording recording() {
    Recording known = recording;
    if (known == null) {
      known = read();
      recording = known;
    }
    return known;
  }

  /** Whether what was recorded is there, and is what was received; a kill may part the two. */
  boolean isRecordingKept() {
    try {
      return Files.exists(recorded())
          && compareWith(Outline.parse(received(), compared.received().toString()))
              .matches();
    } catch (OutlineSyntaxException | IllegalStateException damaged) {
      return false;
    }
  }

  private Path recorded() {
    return RecordedFile.beside(compared.received(), compared.name());
  }

  private Recording read() {
    Path file = recorded();
    Optional<String> text = TextFile.read(file);
    if (text.isEmpty()) {
      throw new IllegalStateException("what was recorded is not kept in " + file
          + ", so that its findings cannot be told apart; run the test again");
    }
    return RecordedFile.read(text.get(), file.toString());
  }

  /** The folder of goldens: the golden's path without its name. */
  public Path root() {
    Path folder = compared.golden();
    for (int i = 0; i < Path.of(compared.name()).getNameCount(); i++) {
      folder = Objects.requireNonNull(folder.getParent(), "a golden lies in its folder");
    }
    return folder;
  }

  /** The rules for noise by which the run received it. */
  NoiseRules rules() {
    return NoiseRules.ofTexts(compared.rules());
  }

  /** Where a golden is made before it is put in its place: among what was received. */
  Path workshop() {
    return Objects.requireNonNull(compared.received().getParent(), "a received file has a folder");
  }

  /** Whether the golden is the one that the run compared with. */
  boolean isUntouched() {
    String then = compared.goldenHash();
    return Files.exists(compared.golden()) ? Hash.of(golden()).equals(then) : then == null;
  }

  /** Whether the received file is the one that the run wrote. */
  boolean isReceivedWhole() {
    return Hash.of(received()).equals(compared.receivedHash());
  }

  @Override
  public String toString() {
    return name();
  }
}
