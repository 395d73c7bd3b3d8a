package io.spantree.golden;

import io.spantree.assertions.Verdict;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.noise.LeftOut;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.noise.Proposals;
import io.spantree.golden.recorded.RecordedFile;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Hash;
import io.spantree.golden.run.Outcome;
import io.spantree.model.Recording;
import io.spantree.model.TestIdentity;
import io.spantree.outline.Outline;
import io.spantree.report.GoldenText;
import io.spantree.report.Report;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.FileInfo;

/** One comparison of a recording with its golden, with all that it leaves behind. */
final class GoldenCheck {
  private static final Outline NOTHING = new Outline(List.of(), false, List.of());

  private final GoldenFiles files;
  private final Ledger ledger;
  private final Recording recording;
  private final @Nullable TestIdentity test;
  private final Received received;
  private final boolean repeated;
  private final NoiseRules inCode;

  GoldenCheck(GoldenFiles files, Ledger ledger, NoiseRules inCode, Recording recording) {
    this.files = files;
    this.ledger = ledger;
    this.recording = recording;
    this.test = recording.test();
    this.received = new Received(files, ledger, test);
    this.repeated = test != null && Invocations.of(test) == Invocations.REPETITIONS;
    this.inCode = inCode;
  }

  Verdict verdict() {
    try {
      if (test != null && repeated) {
        ledger.beginRepetition(test);
      }
      NoiseRules rules = GoldenRules.of(files, inCode);
      Optional<String> golden = TextFile.readGolden(files);
      return golden.isEmpty() ? pending(rules) : compare(golden.get(), rules);
    } catch (RuntimeException e) {
      received.log(Outcome.ERROR, null, null, List.of());
      throw e;
    }
  }

  private Verdict compare(String golden, NoiseRules rules) {
    Outline outline = Outline.parse(golden, files.golden().toString());
    refuseIdle(outline);
    LeftOut quiet = LeftOut.of(recording, rules, outline);
    Comparison comparison = Comparison.of(outline, quiet.recording(), Mode.CLOSED);
    if (comparison.matches()) {
      return passed(golden, rules);
    }
    ReceivedText texts = new ReceivedText(recording, rules);
    String base = ledger.base();
    boolean widened = repeated && ledger.isLaterRepetition();
    String text = widened && base != null
        ? texts.merged(base, true)
        : texts.merged(golden, comparison, quiet, widened);
    Ledger.Entry other = conflict(false, text);
    if (other != null && isOtherFile(other)) {
      return new Verdict.Mismatched(List.of(), conflictText(other));
    }
    List<String> next = other == null
        ? write(Outcome.DIFFERS, golden, text, comparison, rules)
        : GoldenText.acceptNotShared(other.execution().refersTo(test) ? "" : other.shown());
    String report = Report.of(GoldenText.differs(files.name()), comparison, next);
    return new Verdict.Mismatched(
        comparison.findings(), report, message -> error(message, golden, text));
  }

  /** A golden that is as whatever is recorded, nothing included. */
  private void refuseIdle(Outline golden) {
    if (!Comparison.canFail(golden, Mode.CLOSED)) {
      throw new IllegalStateException(GoldenText.matchesAll(files.golden().toString()));
    } else if (golden.traces().isEmpty() && recording.isEmpty()) {
      throw new IllegalStateException(GoldenText.isEmpty(files.golden().toString()));
    }
  }

  private Verdict passed(String golden, NoiseRules rules) {
    Ledger.Entry other = conflict(true, golden);
    if (other != null) {
      return new Verdict.Mismatched(List.of(), conflictText(other));
    }
    received.log(Outcome.PASSED, Hash.of(golden), null, List.of());
    String base = ledger.base();
    if (repeated && base != null) {
      String text = new ReceivedText(recording, rules).merged(base, true);
      ledger.setBase(text);
      received.rewrite(text);
    } else {
      received.removeOwn();
    }
    return new Verdict.Matched();
  }

  private Verdict pending(NoiseRules rules) {
    ReceivedText texts = new ReceivedText(recording, rules);
    Proposals proposals = Proposals.labelled(rules, recording);
    String base = ledger.base();
    String text = repeated && base != null ? texts.merged(base, true) : texts.first(proposals);
    Ledger.Entry other = conflict(false, text);
    if (other != null) {
      return new Verdict.Mismatched(List.of(), conflictText(other));
    }
    Recording quiet = LeftOut.of(recording, rules, NOTHING).recording();
    Comparison nothing = Comparison.ofFindings(quiet, List.of());
    List<String> next = write(Outcome.PENDING, null, text, nothing, rules);
    Path former = test == null ? null : GoldenKey.former(test, files);
    if (former != null) {
      next = GoldenText.formerly(former.toString(), next);
    }
    String report = GoldenText.pending(files.name(), text, proposals.made(), next);
    return new Verdict.Mismatched(List.of(), report, message -> error(message, "", text));
  }

  /** What keeps the test from having this golden, because it has it already; null if nothing. */
  private Ledger.@Nullable Entry conflict(boolean passed, String tree) {
    if (test == null) {
      return null;
    }
    Ledger.Entry entry = Ledger.entry(test, files.golden(), passed, Hash.of(tree));
    Ledger.Entry other = ledger.conflict(test, entry);
    if (other == null) {
      ledger.note(test, entry);
    } else {
      received.log(Outcome.ERROR, null, null, List.of());
    }
    return other;
  }

  private boolean isOtherFile(Ledger.Entry other) {
    return !other.golden().equals(files.golden());
  }

  private String conflictText(Ledger.Entry other) {
    if (isOtherFile(other)) {
      return GoldenText.differInCase(files.name(), files.nameOf(other.golden()));
    }
    String shown = test == null ? "" : Ledger.shown(test);
    return GoldenText.shared(files.name(), other.shown(), shown);
  }

  /** Says how to accept what was received; a full disk must not hide why the test failed. */
  private List<String> write(
      Outcome outcome,
      @Nullable String golden,
      String text,
      Comparison comparison,
      NoiseRules rules) {
    String goldenHash = golden == null ? null : Hash.of(golden);
    Compared line =
        received.log(outcome, goldenHash, Hash.of(text), comparison.findings(), rules.texts());
    try {
      TextFile.writeOver(files.received(), text);
      TextFile.writeOver(files.recorded(), RecordedFile.print(comparison.recording()));
      ledger.setReceived(line);
      if (repeated) {
        ledger.setBase(text);
      }
      return AcceptCommand.lines(files);
    } catch (UncheckedIOException e) {
      return List.of(Objects.requireNonNullElse(e.getMessage(), "nothing could be written"));
    }
  }

  /** An IDE that knows opentest4j opens the two files side by side. */
  private AssertionError error(String message, String golden, String text) {
    return new AssertionFailedError(
        message,
        new FileInfo(files.golden().toString(), golden.getBytes(StandardCharsets.UTF_8)),
        new FileInfo(files.received().toString(), text.getBytes(StandardCharsets.UTF_8)));
  }
}
