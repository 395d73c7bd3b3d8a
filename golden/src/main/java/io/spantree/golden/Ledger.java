package io.spantree.golden;

import io.spantree.golden.run.Compared;
import io.spantree.model.TestIdentity;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What this JVM has compared with one golden; to be used under its own lock. */
final class Ledger {
  private static final Map<String, Ledger> BY_GOLDEN = new ConcurrentHashMap<>();

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> repetitions = new HashSet<>();
  private @Nullable String base;
  private @Nullable Compared received;

  private Ledger() {}

  /** Names that differ in case alone share a ledger, for on some machines they share a file. */
  static Ledger of(Path golden) {
    return BY_GOLDEN.computeIfAbsent(
        golden.toString().toLowerCase(Locale.ROOT), path -> new Ledger());
  }

  /**
   * What became of one test.
   *
   * @param shown how messages call the test
   * @param golden the very golden, of those that differ in case alone
   * @param execution the execution; gone when nobody refers to it any more
   * @param passed whether it was as the golden says
   * @param tree the hash of its tree
   */
  record Entry(
      String shown,
      Path golden,
      WeakReference<TestIdentity> execution,
      boolean passed,
      String tree) {}

  /**
   * The entry of another test, or of the same execution, with which this one cannot be. What is as
   * its golden says can be beside anything that has differed.
   */
  @Nullable
  Entry conflict(TestIdentity test, Entry entry) {
    String id = Invocations.of(test).shared(test.uniqueId());
    for (Map.Entry<String, Entry> other : entries.entrySet()) {
      Entry before = other.getValue();
      boolean same = other.getKey().equals(id);
      boolean again = same && before.passed() && before.execution().refersTo(test);
      boolean differs = !entry.passed() && !before.tree().equals(entry.tree());
      if (!before.golden().equals(entry.golden())
          || differs && (!same || again && !isRepeated(test))) {
        return before;
      }
    }
    return null;
  }

  private static boolean isRepeated(TestIdentity test) {
    return Invocations.of(test) == Invocations.REPETITIONS;
  }

  void note(TestIdentity test, Entry entry) {
    entries.put(Invocations.of(test).shared(test.uniqueId()), entry);
  }

  /** Begins the repetition of a test; one that was there before begins another round. */
  void beginRepetition(TestIdentity test) {
    if (!repetitions.add(test.uniqueId())) {
      repetitions.clear();
      repetitions.add(test.uniqueId());
      base = null;
      received = null;
    }
  }

  /** Whether another repetition of the test has been compared in this round. */
  boolean isLaterRepetition() {
    return repetitions.size() > 1;
  }

  /** What the repetitions until now have in common; null when all were as the golden says. */
  @Nullable
  String base() {
    return base;
  }

  void setBase(String text) {
    base = text;
  }

  /** The comparison that wrote the received file in this JVM; null when none did. */
  @Nullable
  Compared received() {
    return received;
  }

  void setReceived(@Nullable Compared line) {
    received = line;
  }

  static Entry entry(TestIdentity test, Path golden, boolean passed, String tree) {
    return new Entry(shown(test), golden, new WeakReference<>(test), passed, tree);
  }

  /** How messages call a test; by its display name, too, where the method has several. */
  static String shown(TestIdentity test) {
    String type = test.testClass().getName();
    String shown =
        type.substring(type.lastIndexOf('.') + 1) + "." + test.method().getName();
    boolean named = test.displayName().startsWith(test.method().getName() + "(");
    return named ? shown : shown + "  " + test.displayName();
  }
}
