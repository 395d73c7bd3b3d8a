package io.spantree.golden;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Hash;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RanTest;
import io.spantree.model.Finding;
import io.spantree.model.TestIdentity;
import io.spantree.report.GoldenText;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The received file of a golden, and what the run record says of it. */
final class Received {
  private final GoldenFiles files;
  private final Ledger ledger;
  private final @Nullable TestIdentity test;

  Received(GoldenFiles files, Ledger ledger, @Nullable TestIdentity test) {
    this.files = files;
    this.ledger = ledger;
    this.test = test;
  }

  /** Is written before the file is, so that no file is without its line. */
  Compared log(
      Outcome outcome,
      @Nullable String goldenHash,
      @Nullable String receivedHash,
      List<Finding> findings) {
    return log(outcome, goldenHash, receivedHash, findings, List.of());
  }

  /** The same with the rules by which it was received, so that it can be accepted in part. */
  Compared log(
      Outcome outcome,
      @Nullable String goldenHash,
      @Nullable String receivedHash,
      List<Finding> findings,
      List<String> rules) {
    Compared line = new Compared(
        System.currentTimeMillis(),
        test == null ? null : RanTests.of(test),
        files.name(),
        files.golden(),
        files.received(),
        outcome,
        goldenHash,
        receivedHash,
        findings,
        0,
        0,
        rules);
    RunLog.write(files.runs(), line);
    return line;
  }

  /**
   * Removes the file if this very test has written it, in this run or an earlier one. What cannot be
   * read or deleted stays, for the test has passed.
   */
  void removeOwn() {
    try {
      if (Files.exists(files.received()) && owner(writer()).equals(owner(self()))) {
        TextFile.delete(files.received());
        TextFile.delete(files.recorded());
        ledger.setReceived(null);
      }
    } catch (IllegalStateException | UncheckedIOException e) {
      System.err.println(GoldenText.notRemoved(
          Objects.requireNonNullElse(e.getMessage(), e.toString()),
          files.received().toString()));
    }
  }

  private Optional<RanTest> writer() {
    String text = TextFile.read(files.received()).orElse("");
    Compared here = ledger.received();
    if (here != null && Hash.of(text).equals(here.receivedHash())) {
      return Optional.ofNullable(here.test());
    }
    Optional<Compared> line = Writers.of(files.runs()).of(files.received(), text);
    return line.isEmpty()
        ? Optional.of(UNKNOWN)
        : Optional.ofNullable(line.get().test());
  }

  private static final RanTest UNKNOWN =
      new RanTest("unknown", "", List.of(""), "", List.of(), null);

  private Optional<RanTest> self() {
    return Optional.ofNullable(test).map(RanTests::of);
  }

  private String owner(Optional<RanTest> writer) {
    String id = writer.map(RanTest::id).orElse("");
    return test == null ? id : Invocations.of(test).owner(id);
  }

  /** Widens what an earlier repetition has received, so that both would pass. */
  void rewrite(String text) {
    Compared line = ledger.received();
    if (line == null || Hash.of(text).equals(line.receivedHash())) {
      return;
    }
    Compared again = new Compared(
        System.currentTimeMillis(),
        line.test(),
        line.name(),
        line.golden(),
        line.received(),
        line.outcome(),
        line.goldenHash(),
        Hash.of(text),
        line.findings(),
        line.more(),
        line.moreLosses(),
        line.rules());
    RunLog.write(files.runs(), again);
    try {
      TextFile.writeOver(files.received(), text);
      ledger.setReceived(again);
    } catch (UncheckedIOException e) {
      System.err.println("Spantree: " + e.getMessage());
    }
  }
}
