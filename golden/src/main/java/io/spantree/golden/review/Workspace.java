package io.spantree.golden.review;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the runs of a project left behind.
 *
 * @param project the folder in and below which was looked
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
   * @throws IllegalStateException when a record is damaged
   */
  public static Workspace of(Path project, Steps steps) {
    if (!Files.isDirectory(project)) {
      throw new IllegalStateException("there is no folder " + project);
    }
    List<Path> builds = BuildFolders.in(project.toAbsolutePath().normalize());
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
                .add(record)));
    List<Module> modules = builds.stream()
        .map(build -> new Module(build, records.getOrDefault(build, List.of())))
        .toList();
    return new Workspace(project, modules, steps);
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
    return BuildFolders.withGoldens(project.toAbsolutePath().normalize()).stream()
        .filter(module -> !ran.contains(module))
        .toList();
  }

  /** The last comparison with each golden, in the order of their names. */
  public Collection<Compared> latest() {
    Map<Path, Compared> latest = new LinkedHashMap<>();
    modules.stream()
        .flatMap(module -> module.records().stream())
        .flatMap(record -> record.comparisons().stream())
        .sorted(Comparator.comparingLong(Compared::at))
        .forEach(compared -> latest.put(compared.golden(), compared));
    Map<String, Compared> byName = new TreeMap<>();
    latest.forEach((golden, compared) -> byName.put(compared.name() + "\n" + golden, compared));
    return byName.values();
  }

  /** The goldens that are to be accepted, or the code that is to be mended. */
  public List<PendingGolden> pending() {
    Sharers sharers = new Sharers(modules);
    List<PendingGolden> pending = new ArrayList<>();
    steps.each(latest(), "goldens read", compared -> {
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
