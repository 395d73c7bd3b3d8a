package io.spantree.golden.review;

import io.spantree.golden.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The telemetry that a module promises: a committed, sorted list of scopes, span names, kinds,
 * attribute keys and types.
 *
 * <pre>
 * # spantree names v1
 * io.acme.rewards  rewards.redemption.apply INTERNAL
 * io.acme.rewards  rewards.redemption.apply INTERNAL  customer.id : string
 * </pre>
 */
public final class NamesContract {
  private static final String VERSION = "# spantree names v1";
  private static final List<String> CONFLICT = List.of("<<<<<<<", "=======", ">>>>>>>");

  private final Path file;
  private final Path workshop;
  private final SeenTelemetry seen;
  private final boolean isWhole;

  private NamesContract(Workspace.Module module) {
    this.file = module.folder().resolve("src/test/resources/golden/telemetry.names");
    this.workshop = module.build();
    this.seen = new SeenTelemetry(module);
    Completeness runs = new Completeness(module.records());
    this.isWhole = runs.areWhole(TestClasses.of(module).withTests());
  }

  public static NamesContract of(Workspace.Module module) {
    return new NamesContract(module);
  }

  /** The committed list. */
  public Path file() {
    return file;
  }

  public boolean isCommitted() {
    return TextFile.read(file).isPresent();
  }

  /** Whether every test class of the module has run in full. */
  public boolean isWhole() {
    return isWhole;
  }

  /** The list of what was seen, as it would be committed. */
  public String text() {
    StringBuilder text = new StringBuilder(VERSION).append('\n');
    seen.entries()
        .forEach(
            (entry, type) -> text.append(new ContractLine(entry, type).text()).append('\n'));
    return text.toString();
  }

  /** What became of an entry of the committed list. */
  public enum Change {
    VANISHED,
    TYPE_CHANGED,
    /** It, or one of its types, was not seen, but not all tests that emit it have run. */
    UNKNOWN,
    /** It was seen and is not in the list. */
    ADDED
  }

  /**
   * A difference between the committed list and what was seen.
   *
   * @param entry the line in the list; of an added one as it would stand there
   * @param now the type that was seen; empty when there is none
   */
  public record Difference(Change change, String entry, String now) {}

  /**
   * The differences, in the order of the list; none when nothing is committed.
   *
   * @throws IllegalStateException when the list holds a merge conflict, with its line
   */
  public List<Difference> differences() {
    Optional<String> committed = TextFile.read(file);
    List<Difference> differences = new ArrayList<>();
    if (committed.isEmpty()) {
      return differences;
    }
    SortedMap<String, String> added = new TreeMap<>(seen.entries());
    List<String> lines = committed.get().lines().toList();
    refuseConflict(lines);
    for (String text : lines) {
      if (!text.isBlank() && !text.startsWith("#")) {
        ContractLine line = ContractLine.parse(text);
        compare(line, added.remove(line.entry()), differences);
      }
    }
    added.forEach((entry, type) -> {
      String text = new ContractLine(entry, type).text();
      differences.add(new Difference(Change.ADDED, text, type));
    });
    return differences;
  }

  private void refuseConflict(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (CONFLICT.stream().anyMatch(lines.get(i)::startsWith)) {
        throw new IllegalStateException(file + ":" + (i + 1) + ": a merge conflict;"
            + " keep the lines of both sides, or delete the file and run names --write");
      }
    }
  }

  private void compare(ContractLine line, @Nullable String now, List<Difference> differences) {
    String text = line.text();
    String type = line.type();
    if (now == null) {
      Change change = isGone(line, "") ? Change.VANISHED : Change.UNKNOWN;
      differences.add(new Difference(change, text, ""));
    } else if (!SeenTelemetry.types(now).equals(SeenTelemetry.types(type))) {
      boolean isPart = SeenTelemetry.types(type).containsAll(SeenTelemetry.types(now));
      Change change = isPart && !isGone(line, now) ? Change.UNKNOWN : Change.TYPE_CHANGED;
      differences.add(new Difference(change, text, now));
    }
  }

  /** Whether all tests ran that may emit it with the types that were not seen. */
  private boolean isGone(ContractLine line, String now) {
    Set<String> missing = new TreeSet<>(SeenTelemetry.types(line.type()));
    missing.removeAll(SeenTelemetry.types(now));
    if (missing.isEmpty()) {
      missing.add(line.type());
    }
    return isWhole || missing.stream().allMatch(each -> seen.haveEmittersRun(line.entry(), each));
  }

  /**
   * Writes the list of what was seen; entries of which it is not known that they vanished stay.
   *
   * @throws java.io.UncheckedIOException when it cannot be written; the old list is whole then
   */
  public void write() {
    TreeMap<String, String> lines = new TreeMap<>();
    seen.entries().forEach((entry, type) -> lines.put(entry, new ContractLine(entry, type).text()));
    for (Difference difference : differences()) {
      if (difference.change() != Change.ADDED) {
        keep(difference.entry(), lines);
      }
    }
    String text = VERSION + "\n" + String.join("\n", lines.values()) + "\n";
    TextFile.write(file, text, workshop);
  }

  /** Adds a committed line to what was seen, unless it is known to be gone. */
  private void keep(String text, Map<String, String> lines) {
    ContractLine line = ContractLine.parse(text);
    String now = seen.entries().getOrDefault(line.entry(), "");
    if (!isGone(line, now)) {
      String both = SeenTelemetry.both(line.type(), now);
      lines.put(line.entry(), new ContractLine(line.entry(), both).text());
    }
  }
}
