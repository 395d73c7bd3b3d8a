package io.spantree.golden.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.golden.Merge;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.recorded.RecordedFile;
import io.spantree.model.Finding;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A span in another trace is accepted, in whole or in part, like any other finding. */
class AcceptedTracesTest {
  private static final String GOLDEN = """
      # the request
      trace checkout
      span cart parent=<remote>
          k = <long>
      # pays
      span pay parent=<remote>
      """;
  private static final String RECORDED = """
      trace a
      span cart parent=<remote>
          k = 7
      trace b
      span pay parent=<remote>
      """;

  private static Comparison compare(String golden, String recorded) {
    return Comparison.of(
        Outline.parse(golden), RecordedFile.read(recorded, "recorded"), Mode.CLOSED);
  }

  @Test
  void what_is_accepted_compares_clean() {
    String accepted = Merge.of(compare(GOLDEN, RECORDED)).print();

    assertThat(accepted).isEqualTo("""
        # the request
        trace checkout
        span cart parent=<remote>
            k = <long>
        trace checkout
        # pays
        span pay parent=<remote>
        """);
    assertThat(compare(accepted, RECORDED).findings()).isEmpty();
  }

  @Test
  void a_second_root_brings_its_trace_line_with_it() {
    String accepted =
        Merge.of(compare("span a\nspan > b\n", "span a\nspan b orphan\n")).print();

    assertThat(accepted).isEqualTo("trace a\nspan a\nspan b orphan\n");
  }

  @Test
  void only_the_trace_is_taken_or_only_the_value() {
    String recorded = RECORDED.replace("7", "\"seven\"");
    Comparison comparison = compare(GOLDEN, recorded);
    assertThat(comparison.findings()).hasSize(2);

    for (Finding left : comparison.findings()) {
      String merged =
          PartialMerge.leaving(List.of(left), comparison, NoiseRules.standard()).print();
      assertThat(compare(merged, recorded).findings())
          .extracting(Finding::kind)
          .containsExactly(left.kind());
    }
  }

  @Test
  void what_one_of_several_traces_has_too_rarely_can_be_left() {
    String golden = "trace t x1..3\nspan a\nspan b x3\ntrace u\nspan c\n";
    for (String few : List.of("span b\n", "")) {
      String recorded = "trace t\nspan a\n"
          + "span b\n".repeat(3)
          + "trace t\nspan a\n"
          + few
          + "trace u\nspan c\n  k = 1\n";
      Comparison comparison = compare(golden, recorded);
      Finding left = comparison.findings().get(0);
      assertThat(comparison.findings()).hasSize(2);

      String merged =
          PartialMerge.leaving(List.of(left), comparison, NoiseRules.standard()).print();

      assertThat(compare(merged, recorded).findings())
          .as(merged)
          .extracting(Finding::kind)
          .containsExactly(left.kind());
    }
  }

  private int merged;
  private int entangled;

  @Test
  void every_distribution_of_4_roots_is_accepted_as_every_other() {
    List<String> all = new ArrayList<>();
    for (String[] roots :
        List.of(new String[] {"a", "b", "c", "d"}, new String[] {"a", "a", "b", "c"}, new String[] {
          "a", "a", "b", "b"
        })) {
      all.clear();
      distribute(roots, 0, new ArrayList<>(), all);
      for (String golden : all) {
        all.forEach(recorded -> accept(golden, recorded));
      }
    }
    System.out.println("traces: " + merged + " findings left alone, " + entangled + " entangled");
    assertThat(entangled).isLessThan(merged / 10);
  }

  private static void distribute(
      String[] roots, int at, List<List<String>> traces, List<String> all) {
    if (at == roots.length) {
      StringBuilder text = new StringBuilder();
      traces.forEach(trace -> text.append("trace t\nspan ")
          .append(String.join(" parent=<remote>\nspan ", trace))
          .append(" parent=<remote>\n"));
      all.add(text.toString());
      return;
    }
    traces.add(new ArrayList<>(List.of(roots[at])));
    distribute(roots, at + 1, traces, all);
    traces.remove(traces.size() - 1);
    for (List<String> trace : List.copyOf(traces)) {
      trace.add(roots[at]);
      distribute(roots, at + 1, traces, all);
      trace.remove(trace.size() - 1);
    }
  }

  private void accept(String text, String recorded) {
    String golden = RecordedOutline.of(RecordedFile.read(text, "golden")).print();
    Comparison comparison = compare(golden, recorded);
    String accepted = Merge.of(comparison).print();
    assertThat(compare(accepted, recorded).findings()).as(accepted + recorded).isEmpty();
    for (Finding finding : comparison.findings()) {
      try {
        PartialMerge.leaving(List.of(finding), comparison, NoiseRules.standard());
        merged++;
      } catch (EntangledException e) {
        entangled++;
      }
    }
  }
}
