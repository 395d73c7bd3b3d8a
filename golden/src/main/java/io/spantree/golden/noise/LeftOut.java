package io.spantree.golden.noise;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.model.RecordedSpan;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A recording without the attributes that its golden leaves out.
 *
 * @param recording what is left
 * @param keys the keys that were left out; none when there were none to leave out
 */
public record LeftOut(Recording recording, SortedSet<String> keys) {

  /**
   * Leaves out what the rules say, unless the golden speaks of it.
   *
   * @param golden the golden to compare with; one without traces when there is none yet
   */
  public static LeftOut of(Recording recording, NoiseRules rules, Outline golden) {
    Spoken spoken = Spoken.of(golden, rules, recording);
    SortedSet<String> keys = new TreeSet<>();
    List<SpanNode> spans = recording.spans();
    List<RecordedSpan> left = new ArrayList<>(spans.size());
    for (SpanNode span : spans) {
      Set<String> noise = noise(span.data(), rules, spoken);
      keys.addAll(noise);
      SpanData data = noise.isEmpty() ? span.data() : new QuietSpan(span.data(), noise);
      left.add(new RecordedSpan(data, span.evidence().orElse(null)));
    }
    return keys.isEmpty()
        ? new LeftOut(recording, keys)
        : new LeftOut(Recording.ofRecorded(left, recording.test()), keys);
  }

  private static Set<String> noise(SpanData span, NoiseRules rules, Spoken spoken) {
    boolean library = rules.isLibrary(span.getInstrumentationScopeInfo().getName());
    Set<String> noise = new TreeSet<>();
    add(span.getAttributes(), rules, library, noise);
    span.getEvents().forEach(event -> add(event.getAttributes(), rules, library, noise));
    span.getLinks().forEach(link -> add(link.getAttributes(), rules, library, noise));
    if (!noise.isEmpty()) {
      noise.removeAll(spoken.of(span.getName()));
    }
    return noise;
  }

  private static void add(
      Attributes attributes, NoiseRules rules, boolean library, Set<String> noise) {
    if (!attributes.isEmpty()) {
      for (AttributeKey<?> key : attributes.asMap().keySet()) {
        if (rules.leavesOut(key.getKey(), library)) {
          noise.add(key.getKey());
        }
      }
    }
  }
}
