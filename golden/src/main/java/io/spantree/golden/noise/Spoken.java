package io.spantree.golden.noise;

import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.LinkLine;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import io.spantree.outline.ValuePattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys that could be left out, but of which a golden speaks, by the name of the span. */
final class Spoken {
  private final Map<ValuePattern, Set<String>> keys = new HashMap<>();

  private Spoken() {}

  static Spoken of(Outline golden, NoiseRules rules) {
    Spoken spoken = new Spoken();
    for (TraceOutline trace : golden.traces()) {
      for (SpanLine line : trace.spans()) {
        spoken.add(line, line.attributes(), rules);
        for (EventLine event : line.events()) {
          spoken.add(line, event.attributes(), rules);
        }
        for (LinkLine link : line.links()) {
          spoken.add(line, link.attributes(), rules);
        }
      }
    }
    return spoken;
  }

  private void add(SpanLine line, List<AttributeLine> attributes, NoiseRules rules) {
    for (AttributeLine attribute : attributes) {
      if (rules.leavesOut(attribute.key(), true)) {
        keys.computeIfAbsent(line.name(), name -> new HashSet<>()).add(attribute.key());
      }
    }
  }

  Set<String> of(String span) {
    Set<String> spoken = new HashSet<>();
    keys.forEach((name, of) -> {
      if (name.acceptsText(span)) {
        spoken.addAll(of);
      }
    });
    return spoken;
  }
}
