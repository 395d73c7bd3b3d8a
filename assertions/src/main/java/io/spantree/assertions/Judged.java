package io.spantree.assertions;

import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.model.Trace;
import io.spantree.report.AssertionText;
import java.util.ArrayList;
import java.util.List;

/**
 * The traces that are judged, and what becomes of a failure.
 *
 * @param recording the traces
 * @param whole the recording that they belong to
 * @param around where other spans are looked for
 * @param several whether there may be several traces; else a second one is explained
 * @param whyEmpty the likely reasons for an empty recording, as a report shows them
 * @param sink where failures go
 */
record Judged(
    Recording recording,
    Recording whole,
    Surroundings around,
    boolean several,
    List<String> whyEmpty,
    FailureSink sink) {

  private static Judged of(Recording recording, boolean several) {
    Surroundings around = new Surroundings(recording, recording);
    return new Judged(recording, recording, around, several, List.of(), FailureSink.THROWING);
  }

  static Judged trace(Recording recording) {
    return of(recording, false);
  }

  static Judged traces(Recording recording) {
    return of(recording, true);
  }

  Judged withWhyEmpty(List<String> reasons) {
    List<String> lines = reasons.isEmpty() ? List.of() : AssertionText.nothingRecorded(reasons);
    return new Judged(recording, whole, around, several, lines, sink);
  }

  /** The same question about another reading of the same spans. */
  Judged on(Recording other) {
    return new Judged(other, other, new Surroundings(other, other), several, whyEmpty, sink);
  }

  Judged to(FailureSink other) {
    return new Judged(recording, whole, around, several, whyEmpty, other);
  }

  /** One of the traces; its links may still point to the others. */
  Judged only(Recording trace) {
    return new Judged(trace, whole, new Surroundings(trace, whole), false, whyEmpty, sink);
  }

  List<Recording> tracesWithRoot(String name) {
    List<Recording> found = new ArrayList<>();
    for (Trace trace : recording.traces()) {
      if (trace.roots().stream().anyMatch(root -> root.name().equals(name))) {
        found.add(recording.only(trace));
      }
    }
    return found;
  }

  /** Why not one trace has that root: there is none, or there are several. */
  List<Finding> notOneRoot(String name) {
    List<Finding> findings = new ArrayList<>();
    for (SpanNode root : recording.roots()) {
      if (root.name().equals(name)) {
        Term found =
            Term.of((findings.size() + 1) + " of " + tracesWithRoot(name).size());
        findings.add(Finding.of(FindingKind.COUNT, SpanPath.of(root), Term.of("x1"), found, root));
      }
    }
    return findings.isEmpty()
        ? List.of(Finding.of(FindingKind.MISSING, SpanPath.of(name), Term.of("x1"), null, null))
        : findings;
  }

  /** The findings, and with them the roots that one trace would not have. */
  List<Finding> withSurplusRoots(List<Finding> findings) {
    List<Finding> all = new ArrayList<>(findings);
    for (Finding root : several ? List.<Finding>of() : SpanMatch.surplusRoots(recording)) {
      if (findings.stream().noneMatch(finding -> tells(finding, root))) {
        all.add(root);
      }
    }
    return all;
  }

  /** Whether the root need not be shown again: what is known of why it is one would say no more. */
  private static boolean tells(Finding finding, Finding root) {
    return finding.span() == root.span()
        && (root.kind() == finding.kind() || root.kind() == FindingKind.NEW_ROOT);
  }

  List<String> advice() {
    return !whyEmpty.isEmpty()
        ? whyEmpty
        : recording.isEmpty() ? AssertionText.nothingRecorded() : List.of();
  }
}
