package io.spantree.samples.twins;

import io.opentelemetry.api.OpenTelemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of two twins, and the label of the only finding that its test must fail with. */
record Case(Twin twin, boolean isBroken) {
  private static final Map<String, String> BY_BUG = Map.of(
      "B06", "LOST CONTEXT",
      "B09", "OPEN SPAN",
      "B11", "PARENT ENDED",
      "B13", "WRITE AFTER END",
      "B14", "DROPPED BY LIMIT",
      "B21", "SAMPLED OUT",
      "B22", "ORPHANED");

  private static final Map<String, String> BY_NAME = Map.of(
      "never closed", "SCOPE LEAK",
      "closed on another thread", "SCOPE CROSSED",
      "closed in the wrong order", "SCOPE ORDER");

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    for (Twin twin : Twin.all()) {
      all.add(new Case(twin, true));
      all.add(new Case(twin, false));
    }
    return all;
  }

  void run(OpenTelemetry openTelemetry) throws Exception {
    (isBroken ? twin.broken() : twin.correct()).run(openTelemetry);
  }

  String label() {
    return String.valueOf(BY_NAME.getOrDefault(twin.name(), BY_BUG.get(twin.bug())));
  }

  /** Whether the text says exactly that this is wrong, and which line of the twin's code it is. */
  boolean isToldBy(String text) {
    return isBroken
        ? text.startsWith("Instrumentation checks failed: 1 finding\n\n  " + label() + "  ")
            && text.matches("(?s).* at io\\.spantree\\.samples\\.twins\\.\\w+\\.\\w+\\.[^\\n]*"
                + "\\(\\w+\\.java:\\d+\\).*")
        : text.equals(Runs.PASSED);
  }

  @Override
  public String toString() {
    return twin + (isBroken ? ", broken" : ", correct");
  }
}
