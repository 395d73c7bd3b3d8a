package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Recording;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.model.Trace;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The verdict on traces with counts and matchers is that of a search through all assignments. */
class TraceReferenceTest {
  private static final List<String> COUNTS =
      List.of("", "", " x2", " x0..1", " x1..2", " x1..", " x0..");
  private static final List<String> MATCHERS = List.of("k = <any>", "k = <long>", "k = 1", "k = 2");

  private Random random = new Random(0);

  @Test
  void the_verdict_is_that_of_a_search_through_all_assignments_of_traces() {
    verdicts(3_000, 1);
  }

  @Test
  @Tag("proof")
  void the_verdict_is_that_of_a_search_through_all_assignments_of_traces_200_000_times() {
    verdicts(200_000, 2);
  }

  private void verdicts(int cases, long seed) {
    random = new Random(seed);
    int matching = 0;
    for (int i = 0; i < cases; i++) {
      Outline outline = outline();
      String text = recordingOf(outline);
      if (!text.isEmpty()) {
        Recording recording = recorded(text);
        boolean expected = matches(outline, recording);
        Comparison comparison = Comparison.of(outline, recording, Mode.CLOSED);
        if (comparison.matches() != expected) {
          throw new AssertionError(i + ": a search through all assignments says " + expected + "\n"
              + outline.print() + "recorded\n" + text + comparison.findings());
        }
        matching += expected ? 1 : 0;
      }
    }
    System.out.println("traces: " + cases + " outlines, " + matching + " matching");
    assertThat(matching).isBetween(cases / 10, cases * 9 / 10);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Outline outline() {
    boolean counts = random.nextBoolean();
    StringBuilder text = new StringBuilder();
    for (int trace = 1 + random.nextInt(3); trace > 0; trace--) {
      text.append("trace t").append(any(COUNTS)).append('\n');
      for (int root = 1 + random.nextInt(3); root > 0; root--) {
        text.append("span ").append(any(List.of("a", "b")));
        text.append(counts ? any(COUNTS) : "").append('\n');
        text.append(counts ? "" : any(MATCHERS) + "\n");
      }
    }
    return Outline.parse(text.toString());
  }

  /** Mostly as described; now and then one root or two are in another trace, or gone. */
  private String recordingOf(Outline outline) {
    List<List<String>> traces = new ArrayList<>();
    for (TraceOutline trace : outline.traces()) {
      for (int times = some(trace.multiplicity()); times > 0; times--) {
        List<String> roots = new ArrayList<>();
        trace.spans().forEach(line -> {
          for (int i = some(line.multiplicity()); i > 0; i--) {
            roots.add(root(line));
          }
        });
        traces.add(roots);
      }
    }
    for (int i = random.nextInt(3); i > 0 && !traces.isEmpty(); i--) {
      List<String> from = any(traces);
      if (!from.isEmpty()) {
        String root = from.remove(random.nextInt(from.size()));
        (random.nextInt(4) == 0 ? new ArrayList<String>() : any(traces)).add(root);
      }
    }
    return text(traces);
  }

  private int some(Multiplicity multiplicity) {
    int most = Math.min(multiplicity.most(), multiplicity.least() + 2);
    return multiplicity.least() + random.nextInt(most - multiplicity.least() + 1);
  }

  private String root(SpanLine line) {
    StringBuilder root = new StringBuilder("span " + line.name().literalText() + "\n");
    for (AttributeLine attribute : line.attributes()) {
      String value = attribute.value().notation();
      root.append("k = ").append(value.startsWith("<") ? 1 + random.nextInt(2) : value);
      root.append('\n');
    }
    return root.toString();
  }

  private String text(List<List<String>> traces) {
    Collections.shuffle(traces, random);
    StringBuilder text = new StringBuilder();
    for (List<String> roots : traces) {
      if (!roots.isEmpty()) {
        Collections.shuffle(roots, random);
        text.append("trace t\n").append(String.join("", roots));
      }
    }
    return text.toString();
  }

  private static boolean matches(Outline outline, Recording recording) {
    return assign(outline, new int[outline.traces().size()], recording.traces(), 0);
  }

  private static boolean assign(Outline outline, int[] counts, List<Trace> traces, int at) {
    if (at == traces.size()) {
      return areAllowed(outline, counts);
    }
    for (int i = 0; i < counts.length; i++) {
      List<SpanLine> lines = outline.traces().get(i).spans();
      counts[i]++;
      boolean fits = fill(lines, new int[lines.size()], traces.get(at).roots(), 0)
          && assign(outline, counts, traces, at + 1);
      counts[i]--;
      if (fits) {
        return true;
      }
    }
    return false;
  }

  /** A trace of which nothing need be there may as well be missing. */
  private static boolean areAllowed(Outline outline, int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      TraceOutline trace = outline.traces().get(i);
      boolean some = trace.spans().stream().anyMatch(line -> line.multiplicity().least() > 0);
      if (counts[i] > trace.multiplicity().most()
          || some && counts[i] < trace.multiplicity().least()) {
        return false;
      }
    }
    return true;
  }

  private static boolean fill(List<SpanLine> lines, int[] counts, List<SpanNode> roots, int at) {
    if (at == roots.size()) {
      for (int i = 0; i < counts.length; i++) {
        if (!lines.get(i).multiplicity().allows(counts[i])) {
          return false;
        }
      }
      return true;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i]++;
      boolean fits = describes(lines.get(i), roots.get(at)) && fill(lines, counts, roots, at + 1);
      counts[i]--;
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static boolean describes(SpanLine line, SpanNode span) {
    return line.name().acceptsText(span.name())
        && line.attributes().stream()
            .allMatch(attribute -> attribute
                .value()
                .accepts(SpanAttributes.of(span.data().getAttributes()).get("k")));
  }
}
