package io.spantree.golden.review;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the runs of a project left behind.
 *
 * @param project the folder in and below which was looked, without symbolic links
 * @param modules the modules with records of runs
 * @param steps who is told how far work on it has come
 */
public record Workspace(Path project, List<Module> modules, Steps steps) {
  public Workspace {
    modules = List.copyOf(modules);
  }

  /**
   * A module's runs.
   *
   * @param build its {@code target/spantree} or {@code build/spantree}
   * @param records the records of its runs, oldest first
   */
  public record Module(Path build, List<RunRecord> records) {
    public Module {
      records = List.copyOf(records);
    }

    /** The folder with {@code src} and the build folder. */
    public Path folder() {
      return folder(build);
    }

    private static Path folder(Path build) {
      Path above = build.toAbsolutePath().normalize().getParent();
      Path module = above == null ? null : above.getParent();
      return module == null ? build : module;
    }
  }

  private record RunFile(Path build, Path file) {}

  /** Without telling anybody how far it has come. */
  public static Workspace of(Path project) {
    return of(project, Steps.UNSEEN);
  }

  /**
   * Reads the records of all modules in and below a folder.
   *
   * @throws java.io.UncheckedIOException when something cannot be read
   * @throws IllegalStateException when a record is of another version, or none
   */
  public static Workspace of(Path project, Steps steps) {
    Path real = real(project);
    List<Path> builds = BuildFolders.in(real);
    List<RunFile> files = new ArrayList<>();
    for (Path build : builds) {
      RunRecord.files(build.resolve("runs")).forEach(file -> files.add(new RunFile(build, file)));
    }
    Map<Path, List<RunRecord>> records = new HashMap<>();
    steps.each(
        files,
        "run records read",
        each -> RunRecord.read(each.file())
            .ifPresent(record -> records
                .computeIfAbsent(each.build(), build -> new ArrayList<>())
                .add(Relocation.of(record, each.build(), Module.folder(each.build())))));
    List<Module> modules = builds.stream()
        .map(build -> new Module(build, records.getOrDefault(build, List.of())))
        .toList();
    return new Workspace(real, modules, steps);
  }

  private static Path real(Path project) {
    if (!Files.isDirectory(project)) {
      throw new IllegalStateException("there is no folder " + project);
    }
    try {
      return project.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the project folder " + project + ": " + e, e);
    }
  }

  public boolean hasRuns() {
    return modules.stream().anyMatch(module -> !module.records().isEmpty());
  }

  /** The modules with goldens of which no run left a record. */
  public List<Path> notRun() {
    Set<Path> ran = modules.stream()
        .filter(module -> !module.records().isEmpty())
        .map(Module::folder)
        .collect(Collectors.toSet());
    return BuildFolders.withGoldens(project).stream()
        .filter(module -> !ran.contains(module))
        .toList();
  }

  /** What became of each golden in its last run, in the order of their names. */
  public Collection<Compared> latest() {
    return latest(new Comparisons(modules));
  }

  private static Collection<Compared> latest(Comparisons comparisons) {
    Map<String, Compared> byName = new TreeMap<>();
    for (Path golden : comparisons.goldens()) {
      Compared outcome = comparisons.outcome(golden);
      byName.put(outcome.name() + "\n" + golden, outcome);
    }
    return byName.values();
  }

  /** The lines of records that cannot be read, each with its place and the reason. */
  public List<String> unreadable() {
    return modules.stream()
        .flatMap(module -> module.records().stream())
        .flatMap(record -> record.unreadable().stream())
        .toList();
  }

  /** The goldens that are to be accepted, or the code that is to be mended. */
  public List<PendingGolden> pending() {
    Comparisons comparisons = new Comparisons(modules);
    Sharers sharers = new Sharers(comparisons);
    List<PendingGolden> pending = new ArrayList<>();
    steps.each(latest(comparisons), "goldens read", compared -> {
      boolean differs =
          compared.outcome() == Outcome.PENDING || compared.outcome() == Outcome.DIFFERS;
      if (differs && Files.exists(compared.received())) {
        PendingGolden golden = new PendingGolden(compared, sharers.of(compared.golden()));
        if (!golden.isAccepted()) {
          pending.add(golden);
        }
      }
    });
    return pending;
  }

  /** The goldens with which the last run could not compare, or of which it kept nothing. */
  public List<FailedGolden> failed() {
    return latest().stream().flatMap(each -> FailedGolden.of(each).stream()).toList();
  }
}
