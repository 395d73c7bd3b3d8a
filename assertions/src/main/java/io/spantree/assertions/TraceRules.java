package io.spantree.assertions;

import io.opentelemetry.api.trace.StatusCode;
import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Outline;
import io.spantree.report.AssertionText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is demanded of a trace as a whole: findings where it does not hold. */
final class TraceRules {
  private static final SpanPath NOWHERE = new SpanPath(List.of());
  private static final Function<SpanNode, List<Finding>> IS_ERROR =
      SpanMatch.describedBy(Outline.span("any").withStatus(StatusCode.ERROR));

  private TraceRules() {}

  /** Where nothing was recorded, whatever is forbidden is not there. */
  static List<Finding> vacuous(Recording recording) {
    return recording.isEmpty()
        ? List.of(Finding.of(FindingKind.MISSING, NOWHERE, null, null, null))
        : List.of();
  }

  static List<Finding> count(Recording recording, int least, int most, Term expected) {
    List<SpanNode> spans = recording.spans();
    if (spans.size() >= least && spans.size() <= most) {
      return List.of();
    }
    Map<String, Integer> byName = new LinkedHashMap<>();
    spans.forEach(span -> byName.merge(span.name(), 1, Integer::sum));
    Term actual = Term.words(AssertionText.counted(spans.size(), byName));
    return List.of(Finding.of(FindingKind.COUNT, NOWHERE, expected, actual, null));
  }

  static List<Finding> noErrors(Recording recording) {
    List<Finding> findings = new ArrayList<>(vacuous(recording));
    Term expected = Term.words(AssertionText.noError());
    for (SpanNode span : recording.spans()) {
      if (isError(span)) {
        Term actual = SpanMatch.status(span);
        findings.add(Finding.of(FindingKind.STATUS, SpanPath.of(span), expected, actual, span));
      }
    }
    return findings;
  }

  /** The span that recorded the exception and all above it up to the root are ERROR. */
  static List<Finding> failedWith(RecordedException exception, Recording recording) {
    List<Finding> fewest = new ArrayList<>(vacuous(recording));
    boolean recorded = false;
    for (SpanNode span : recording.spans()) {
      if (exception.mismatch(span).isEmpty()) {
        List<Finding> path = pathIsError(span);
        fewest = !recorded || path.size() < fewest.size() ? path : fewest;
        recorded = true;
      }
    }
    if (!recorded) {
      for (SpanNode span : suspects(recording)) {
        fewest.addAll(IS_ERROR.apply(span));
        fewest.addAll(exception.mismatch(span));
      }
    }
    return fewest;
  }

  private static List<Finding> pathIsError(SpanNode bearer) {
    List<Finding> findings = new ArrayList<>();
    SpanNode top = bearer;
    for (SpanNode at = bearer; at != null; at = at.parent()) {
      findings.addAll(IS_ERROR.apply(at));
      top = at;
    }
    if (top.hasLostContext() || top.position() == SpanNode.Position.ORPHAN) {
      findings.add(SpanMatch.misplaced(top, null));
    }
    return findings;
  }

  /** The spans that should have recorded the exception: those that failed first, else the roots. */
  private static List<SpanNode> suspects(Recording recording) {
    List<SpanNode> failed = recording.spans().stream()
        .filter(TraceRules::isError)
        .filter(span -> span.children().stream().noneMatch(TraceRules::isError))
        .toList();
    return failed.isEmpty() ? recording.roots() : failed;
  }

  private static boolean isError(SpanNode span) {
    return span.data().getStatus().getStatusCode() == StatusCode.ERROR;
  }
}
