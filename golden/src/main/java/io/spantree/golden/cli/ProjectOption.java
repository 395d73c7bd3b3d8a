package io.spantree.golden.cli;

import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The project that a command looks at. */
final class ProjectOption {
  @Option(
      names = {"-C", "--directory"},
      paramLabel = "DIR",
      description = "The project; its modules are found below. Default: where you stand.")
  Path directory = Path.of("");

  Workspace workspace() {
    Workspace workspace = Workspace.of(directory.toAbsolutePath().normalize());
    if (!workspace.hasRuns()) {
      throw new IllegalStateException("no test has compared a golden in or below "
          + directory.toAbsolutePath().normalize()
          + " yet; run the tests first, or name the project with -C DIR");
    }
    return workspace;
  }

  /** The pending goldens that the glob names; all when it is null. */
  List<PendingGolden> pending(@Nullable String glob) {
    List<PendingGolden> pending = workspace().pending();
    if (glob == null) {
      return pending;
    }
    NameGlob names = NameGlob.of(glob);
    List<PendingGolden> named =
        pending.stream().filter(each -> names.matches(each.name())).toList();
    if (named.isEmpty() && !pending.isEmpty()) {
      throw new IllegalStateException("no pending golden is named like " + glob + "; pending are: "
          + String.join(", ", pending.stream().map(PendingGolden::name).limit(5).toList())
          + (pending.size() > 5 ? ", …" : ""));
    }
    return named;
  }
}
