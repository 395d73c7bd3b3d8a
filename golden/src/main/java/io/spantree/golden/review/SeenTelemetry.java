package io.spantree.golden.review;

import io.spantree.golden.run.NamesSeen;
import io.spantree.golden.run.RunLine;
import io.spantree.golden.run.RunRecord;
import io.spantree.golden.run.SeenSpan;
import io.spantree.outline.Notation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the tests of a module saw being emitted, and which of them emitted it before. */
final class SeenTelemetry {
  private static final String OR = " | ";

  /** What each entry is followed by: a type behind an attribute, nothing behind a span. */
  private final SortedMap<String, String> entries = new TreeMap<>();

  private final Map<String, Set<String>> emitters = new HashMap<>();
  private final Set<String> fullClasses = new HashSet<>();

  /** Of a class that ran in full, what it emitted before that run no longer counts. */
  SeenTelemetry(Workspace.Module module) {
    Completeness runs = new Completeness(module.records());
    for (RunRecord record : module.records()) {
      for (RunLine line : record.lines()) {
        if (line instanceof NamesSeen seen) {
          String name = seen.classes().get(seen.classes().size() - 1);
          String full = runs.groupOfFullRun(name);
          boolean counts = full == null || full.equals(record.start().group());
          seen.spans().forEach(span -> add(span, name, counts));
          if (full != null) {
            fullClasses.add(name);
          }
        }
      }
    }
  }

  private void add(SeenSpan span, String emitter, boolean counts) {
    String entry = entry(span);
    put(entry, "", emitter, counts);
    span.attributes()
        .forEach((key, type) -> put(entry + "  " + Notation.key(key), type, emitter, counts));
  }

  private static String entry(SeenSpan span) {
    return Notation.name(span.scope()) + "  " + Notation.name(span.name()) + " " + span.kind();
  }

  private void put(String entry, String type, String emitter, boolean counts) {
    emitters.computeIfAbsent(key(entry, type), e -> new HashSet<>()).add(emitter);
    if (counts) {
      entries.merge(entry, type, SeenTelemetry::both);
    }
  }

  /** One key with two types is one line with both. */
  static String both(String left, String right) {
    Set<String> types = new TreeSet<>(types(left));
    types.addAll(types(right));
    return String.join(OR, types);
  }

  static Set<String> types(String line) {
    return line.isEmpty() ? Set.of() : Set.of(line.split(" \\| "));
  }

  SortedMap<String, String> entries() {
    return entries;
  }

  /** Whether all classes that ever emitted it so have run in full; false when none is known. */
  boolean haveEmittersRun(String entry, String type) {
    Set<String> classes = emitters.getOrDefault(key(entry, type), Set.of());
    return !classes.isEmpty() && fullClasses.containsAll(classes);
  }

  private static String key(String entry, String type) {
    return entry + "\n" + type;
  }
}
