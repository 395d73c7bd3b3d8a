package io.spantree.golden;

import io.spantree.assertions.TraceExpectation;
import io.spantree.assertions.Verdict;
import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.recorded.RecordedFile;
import io.spantree.model.Recording;
import io.spantree.model.TestIdentity;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedOutline;
import io.spantree.report.Report;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.FileInfo;

/** Compares a recording with its golden, and writes what was received beside it when they differ. */
final class GoldenExpectation implements TraceExpectation {
  private final Function<@Nullable TestIdentity, GoldenFiles> locate;

  GoldenExpectation(Function<@Nullable TestIdentity, GoldenFiles> locate) {
    this.locate = locate;
  }

  @Override
  public Verdict verify(Recording recording) {
    GoldenFiles files = locate.apply(recording.test());
    Optional<String> golden = TextFile.read(files.golden());
    if (golden.isEmpty()) {
      return pending(files, recording);
    }
    Outline outline = Outline.parse(golden.get(), files.golden().toString());
    Comparison comparison = Comparison.of(outline, recording, Mode.CLOSED);
    if (comparison.matches()) {
      TextFile.delete(files.received());
      TextFile.delete(files.recorded());
      return new Verdict.Matched();
    }
    String received = TextFile.like(golden.get(), OutlinePrinter.printFile(Merge.of(comparison)));
    String headline = "Trace differs from the golden " + files.name();
    List<String> next = write(files, received, RecordedFile.print(comparison.recording()));
    String text = Report.of(headline, comparison, next);
    return new Verdict.Mismatched(
        comparison.findings(), text, message -> error(message, files, golden.get(), received));
  }

  private static Verdict pending(GoldenFiles files, Recording recording) {
    String received = OutlinePrinter.printFile(RecordedOutline.of(recording));
    String text = PendingText.of(files.name(), recording, received, write(files, received, ""));
    return new Verdict.Mismatched(List.of(), text, message -> error(message, files, "", received));
  }

  /** Says how to accept what was received; a full disk must not hide why the test failed. */
  private static List<String> write(GoldenFiles files, String received, String recorded) {
    try {
      TextFile.write(files.received(), received);
      if (recorded.isEmpty()) {
        TextFile.delete(files.recorded());
      } else {
        TextFile.write(files.recorded(), recorded);
      }
      return AcceptCommand.lines(files);
    } catch (UncheckedIOException e) {
      return List.of(Objects.requireNonNullElse(e.getMessage(), "nothing could be written"));
    }
  }

  /** An IDE that knows opentest4j opens the two files side by side. */
  private static AssertionError error(
      String message, GoldenFiles files, String golden, String received) {
    return new AssertionFailedError(
        message,
        new FileInfo(files.golden().toString(), golden.getBytes(StandardCharsets.UTF_8)),
        new FileInfo(files.received().toString(), received.getBytes(StandardCharsets.UTF_8)));
  }
}
