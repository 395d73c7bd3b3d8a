package io.spantree.golden.review;

import io.spantree.golden.run.ClassRan;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.RunLine;
import io.spantree.golden.run.RunRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes ran in full in their last run, and which goldens these runs compared. */
final class Completeness {
  private final Map<String, String> fullIn = new HashMap<>();
  private final Map<Path, Compared> last = new HashMap<>();
  private final Map<Path, Set<String>> comparedIn = new HashMap<>();
  private final Map<String, Long> ranAt = new HashMap<>();

  Completeness(List<RunRecord> records) {
    for (RunRecord record : records) {
      for (RunLine line : record.lines()) {
        if (line instanceof ClassRan ran) {
          classRan(ran, record.start().group());
        } else if (line instanceof Compared compared) {
          compared(compared, record.start().group());
        }
      }
    }
  }

  private void classRan(ClassRan ran, String group) {
    String name = ran.classes().get(ran.classes().size() - 1);
    if (ran.at() >= ranAt.getOrDefault(name, Long.MIN_VALUE)) {
      ranAt.put(name, ran.at());
      fullIn.remove(name);
      if (ran.full()) {
        fullIn.put(name, group);
      }
    }
  }

  private void compared(Compared compared, String group) {
    Compared before = last.get(compared.golden());
    if (before == null || compared.at() >= before.at()) {
      last.put(compared.golden(), compared);
    }
    comparedIn.computeIfAbsent(compared.golden(), golden -> new HashSet<>()).add(group);
  }

  /** The last comparison with a golden; null when there was none. */
  @Nullable
  Compared last(Path golden) {
    return last.get(golden);
  }

  /** Whether the last run of its class, as far as it is known, compared it. */
  boolean isOfLastRun(Compared compared) {
    String name = compared.test() == null ? "" : compared.test().testClass();
    String group = fullIn.get(name);
    return group == null || comparedIn.getOrDefault(compared.golden(), Set.of()).contains(group);
  }

  boolean ranInFull(String className) {
    return fullIn.containsKey(className);
  }

  /** Whether all classes that are known to have run did so in full the last time. */
  boolean allRanInFull() {
    return fullIn.keySet().containsAll(ranAt.keySet());
  }

  /** The group of the class's last run if that was a full one; null when its last run was none. */
  @Nullable
  String groupOfFullRun(String className) {
    return fullIn.get(className);
  }
}
