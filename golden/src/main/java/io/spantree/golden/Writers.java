package io.spantree.golden;

import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Hash;
import io.spantree.golden.run.RunRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds out by the run records which test has written a received file in an earlier run. */
final class Writers {
  private static final Map<Path, Writers> BY_FOLDER = new ConcurrentHashMap<>();

  private final Path runs;
  private Map<Path, Compared> latest = Map.of();

  private Writers(Path runs) {
    this.runs = runs;
  }

  static Writers of(Path runs) {
    return BY_FOLDER.computeIfAbsent(runs, Writers::new);
  }

  /** Empty when no record tells of a comparison that has received this text. */
  synchronized Optional<Compared> of(Path received, String text) {
    String hash = Hash.of(text);
    if (!isOf(latest.get(received), hash)) {
      latest = read();
    }
    return Optional.ofNullable(latest.get(received)).filter(line -> isOf(line, hash));
  }

  private static boolean isOf(@Nullable Compared line, String hash) {
    return line != null && hash.equals(line.receivedHash());
  }

  private Map<Path, Compared> read() {
    Map<Path, Compared> found = new HashMap<>();
    List<RunRecord> records = RunRecord.readAll(runs);
    for (RunRecord record : records) {
      for (Compared line : record.comparisons()) {
        if (line.receivedHash() != null) {
          found.merge(line.received(), line, (old, next) -> next.at() >= old.at() ? next : old);
        }
      }
    }
    return found;
  }
}
