package io.spantree.samples.docs;

import io.spantree.capture.SpanCapture;
import io.spantree.check.Checks;
import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.report.CheckText;
import io.spantree.report.Report;
import io.spantree.samples.twins.Twin;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;

/** What a test says that runs a broken twin and asserts nothing. */
final class CheckOutputs {
  private static final Map<String, String> SHOWN = Map.of(
      "check-lost-context", "bare executor",
      "check-open-span", "early return",
      "check-scope-leak", "never closed",
      "check-scope-crossed", "closed on another thread",
      "check-scope-order", "closed in the wrong order",
      "check-write-after-end", "set after the end",
      "check-dropped-by-limit", "too many attributes",
      "check-sampled-out", "sampled flag lost",
      "check-orphaned", "forged parent",
      "check-parent-ended", "begun after its parent ended");

  /** Made once: a span that never ends is awaited for a while. */
  private static final Map<String, String> ALL = make();

  private CheckOutputs() {}

  static Map<String, String> all() {
    return ALL;
  }

  private static Map<String, String> make() {
    Map<String, String> outputs = new TreeMap<>();
    SHOWN.forEach((name, twin) -> outputs.put(name, failure(twin)));
    return outputs;
  }

  private static String failure(String name) {
    Twin twin = Twin.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name));
    try (SpanCapture capture = SpanCapture.start()) {
      twin.broken().run(capture.openTelemetry());
      return text(capture.completeRecording());
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static String text(Recording recording) {
    List<Finding> findings =
        new Checks(Set.of(FindingKind.PARENT_ENDED), List.of()).of(recording).findings();
    return Report.of(
        CheckText.headline(),
        Comparison.ofFindings(recording, findings),
        List.of(CheckText.howToAllow(findings.get(0))));
  }
}
