package io.spantree.golden.noise;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
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

/**
 * The keys that could be left out, but of which a golden speaks, by the name of the span.
 *
 * <p>A span that no line names may be one that was renamed. So what lines say whose own span was not
 * recorded counts for it.
 */
final class Spoken {
  private final NoiseRules rules;
  private final Map<ValuePattern, Set<String>> keys = new HashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  private Spoken(NoiseRules rules) {
    this.rules = rules;
  }

  static Spoken of(Outline golden, NoiseRules rules, Recording recording) {
    Spoken spoken = new Spoken(rules);
    for (TraceOutline trace : golden.traces()) {
      trace.spans().forEach(spoken::add);
    }
    if (!spoken.keys.values().stream().allMatch(Set::isEmpty)) {
      spoken.pair(recording);
    }
    return spoken;
  }

  private void add(SpanLine line) {
    Set<String> ofName = keys.computeIfAbsent(line.name(), name -> new HashSet<>());
    add(line.attributes(), ofName);
    for (EventLine event : line.events()) {
      add(event.attributes(), ofName);
    }
    for (LinkLine link : line.links()) {
      add(link.attributes(), ofName);
    }
  }

  private void add(List<AttributeLine> attributes, Set<String> ofName) {
    for (AttributeLine attribute : attributes) {
      if (rules.leavesOut(attribute.key(), true)) {
        ofName.add(attribute.key());
      }
    }
  }

  /** Looks for the lines of each recorded name, and for lines whose span was not recorded. */
  private void pair(Recording recording) {
    Set<String> recorded = new HashSet<>();
    for (SpanNode span : recording.spans()) {
      recorded.add(span.name());
    }
    Set<String> unnamed = new HashSet<>(recorded);
    Set<String> lost = new HashSet<>();
    keys.forEach((name, ofName) -> {
      List<String> spans = accepted(name, recorded);
      for (String span : spans) {
        unnamed.remove(span);
        known.computeIfAbsent(span, s -> new HashSet<>()).addAll(ofName);
      }
      if (spans.isEmpty()) {
        lost.addAll(ofName);
      }
    });
    unnamed.forEach(span -> known.put(span, lost));
  }

  private static List<String> accepted(ValuePattern name, Set<String> recorded) {
    String literal = name.literalText();
    if (literal != null) {
      return recorded.contains(literal) ? List.of(literal) : List.of();
    }
    return recorded.stream().filter(name::acceptsText).toList();
  }

  Set<String> of(String span) {
    return known.getOrDefault(span, Set.of());
  }
}
