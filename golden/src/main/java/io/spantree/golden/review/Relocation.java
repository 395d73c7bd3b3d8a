package io.spantree.golden.review;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.RunLine;
import io.spantree.golden.run.RunRecord;
import io.spantree.golden.run.TestRan;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Reads the absolute paths of a record as they are now: a checkout may have been moved or mounted
 * elsewhere since, or its tests may have been run through a symbolic link.
 *
 * @param from the folder of the module then
 * @param to the folder of the module now
 */
record Relocation(Path from, Path to) {

  /**
   * @param build the {@code target/spantree} in which the record lies
   */
  static RunRecord of(RunRecord record, Path build, Path module) {
    Optional<Path> then =
        record.comparisons().stream().flatMap(each -> build(each).stream()).findFirst();
    if (then.isEmpty() || then.get().equals(build)) {
      return record;
    }
    Path from = then.get();
    for (int i = module.getNameCount(); i < build.getNameCount() && from != null; i++) {
      from = from.getParent();
    }
    return from == null ? record : new Relocation(from, module).of(record);
  }

  /** The build folder of the run: what a source set received lies in it by the golden's name. */
  private static Optional<Path> build(Compared compared) {
    if (!compared.received().endsWith(Path.of("received").resolve(compared.name()))) {
      return Optional.empty();
    }
    Path at = compared.received();
    for (int i = Path.of(compared.name()).getNameCount(); i >= 0 && at != null; i--) {
      at = at.getParent();
    }
    return Stream.iterate(at, Objects::nonNull, Path::getParent)
        .limit(2) // of a set other than test it lies in a folder of its own
        .filter(folder -> folder.endsWith("spantree"))
        .findFirst();
  }

  private RunRecord of(RunRecord record) {
    UnaryOperator<Path> place =
        path -> path.startsWith(from) ? to.resolve(from.relativize(path)) : path;
    List<RunLine> lines = record.lines().stream().map(line -> of(line, place)).toList();
    return new RunRecord(record.file(), record.start(), lines, record.unreadable());
  }

  private static RunLine of(RunLine line, UnaryOperator<Path> place) {
    if (line instanceof Compared compared) {
      return compared.relocated(place);
    }
    return line instanceof TestRan ran
        ? new TestRan(ran.at(), ran.test().relocated(place), ran.passed())
        : line;
  }
}
