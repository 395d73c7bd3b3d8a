package io.spantree.golden.review;

import io.spantree.golden.run.ClassRan;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.RunLine;
import io.spantree.golden.run.RunRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes ran in full in their last run, and which goldens these runs compared. */
final class Completeness {
  private final Map<String, String> fullIn = new HashMap<>();
  private final Map<Path, Set<GoldenOwner>> owners = new HashMap<>();
  private final Set<Path> outsideOfTests = new HashSet<>();
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
    Path golden = compared.golden();
    if (compared.test() == null) {
      outsideOfTests.add(golden);
    } else {
      Set<GoldenOwner> known = owners.computeIfAbsent(golden, g -> new LinkedHashSet<>());
      GoldenOwner owner = GoldenOwner.of(compared.test());
      known.remove(owner); // the last one stands last
      known.add(owner);
    }
    comparedIn.computeIfAbsent(golden, g -> new HashSet<>()).add(group);
  }

  /** All tests that are known to have compared it, the last one last. */
  List<GoldenOwner> owners(Path golden) {
    return List.copyOf(owners.getOrDefault(golden, Set.of()));
  }

  /** Whether something that is no test of JUnit's has compared it, of which nothing is known. */
  boolean isComparedOutsideOfTests(Path golden) {
    return outsideOfTests.contains(golden);
  }

  /** Whether the last run of the class, as far as it is known, compared it. */
  boolean isOfLastRun(String className, Path golden) {
    String group = fullIn.get(className);
    return group == null || comparedIn.getOrDefault(golden, Set.of()).contains(group);
  }

  boolean ranInFull(String className) {
    return fullIn.containsKey(className);
  }

  /** Whether these, and all other classes that are known to have run, did so in full last time. */
  boolean areWhole(Set<String> tests) {
    return !tests.isEmpty()
        && fullIn.keySet().containsAll(ranAt.keySet())
        && fullIn.keySet().containsAll(tests);
  }

  /** The group of the class's last run if that was a full one; null when its last run was none. */
  @Nullable
  String groupOfFullRun(String className) {
    return fullIn.get(className);
  }
}
