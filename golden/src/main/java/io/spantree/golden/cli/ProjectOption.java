package io.spantree.golden.cli;

import io.spantree.golden.review.FailedGolden;
import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Steps;
import io.spantree.golden.review.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The project that a command looks at. */
final class ProjectOption {
  private static final int MOST = 5;

  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      description = "The project; its modules are found below. Default: where you stand.")
  @Nullable
  Path directory;

  private final Terminal terminal;
  private @Nullable ProjectOption before;

  ProjectOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The same option before the command, as git takes it; the one behind the command counts. */
  void orElse(ProjectOption option) {
    before = option;
  }

  private Path directory() {
    Path named = directory == null && before != null ? before.directory : directory;
    return (named == null ? Path.of("") : named).toAbsolutePath().normalize();
  }

  Workspace workspace(Steps steps) {
    Path directory = directory();
    Workspace workspace = Workspace.of(directory, steps);
    tell(workspace.unreadable());
    if (!workspace.hasRuns()) {
      throw new IllegalStateException("no test has compared a golden in or below "
          + directory
          + " yet; run the tests first, or name the project with -C DIR");
    }
    return workspace;
  }

  /** On standard error, so that a tool that reads JSON is not disturbed. */
  private void tell(List<String> unreadable) {
    if (!unreadable.isEmpty()) {
      String lines = Text.count(unreadable.size(), "line", "lines");
      terminal.error(lines + " of a run record cannot be read, so that something may be missing:");
      unreadable.stream().limit(MOST).forEach(terminal::errorDetail);
      if (unreadable.size() > MOST) {
        terminal.errorDetail("… and " + (unreadable.size() - MOST) + " more");
      }
    }
  }

  /** What is to be done about goldens. */
  record Found(List<PendingGolden> pending, List<FailedGolden> failed) {
    boolean isNothing() {
      return pending.isEmpty() && failed.isEmpty();
    }
  }

  /** The pending and failed goldens that the glob names; all when it is null. */
  Found find(@Nullable String glob, Steps steps) {
    Workspace workspace = workspace(steps);
    Found all = new Found(workspace.pending(), workspace.failed());
    if (glob == null) {
      return all;
    }
    NameGlob names = NameGlob.of(glob);
    Found named = new Found(
        all.pending().stream().filter(each -> names.matches(each.compared())).toList(),
        all.failed().stream().filter(each -> names.matches(each.compared())).toList());
    if (named.isNothing() && !all.isNothing()) {
      List<String> pending = Stream.concat(
              all.pending().stream().map(PendingGolden::name),
              all.failed().stream().map(FailedGolden::name))
          .toList();
      throw new IllegalStateException("no pending golden is named like " + glob + "; pending are: "
          + String.join(", ", pending.subList(0, Math.min(5, pending.size())))
          + (pending.size() > 5 ? ", …" : ""));
    }
    return named;
  }
}
