package io.spantree.assertions;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;

/**
 * Narrows down spans of one name: there is a span such that all steps hold, in whatever order they
 * are written.
 *
 * <p>A step fails when no candidate is left, and says of each why it fell out.
 */
public class SpanAssert extends AbstractAssert<SpanAssert, List<SpanNode>> {
  private static final SpanOutline ANY = Outline.span("any");

  private final TraceAssert trace;
  private final Selection selection;

  protected SpanAssert(TraceAssert trace, List<SpanNode> candidates, Selection selection) {
    super(candidates, SpanAssert.class);
    this.trace = trace;
    this.selection = selection;
  }

  public SpanAssert withAttr(String key, String value) {
    return describedBy(key, ANY.withAttr(key, value));
  }

  public SpanAssert withAttr(String key, long value) {
    return describedBy(key, ANY.withAttr(key, value));
  }

  public SpanAssert withAttr(String key, double value) {
    return describedBy(key, ANY.withAttr(key, value));
  }

  public SpanAssert withAttr(String key, boolean value) {
    return describedBy(key, ANY.withAttr(key, value));
  }

  public <T> SpanAssert withAttr(AttributeKey<T> key, T value) {
    return describedBy(key.getKey(), ANY.withAttr(key, value));
  }

  /** Takes the {@code int} that a {@code Long} would refuse. */
  public SpanAssert withAttr(AttributeKey<Long> key, long value) {
    return withAttr(key.getKey(), value);
  }

  public SpanAssert withKind(SpanKind kind) {
    return keep("with kind " + kind, differences(ANY.withKind(kind)));
  }

  public SpanAssert withStatus(StatusCode code) {
    return keep("with status " + code, differences(ANY.withStatus(code)));
  }

  public SpanAssert withStatus(StatusCode code, String description) {
    return keep(
        "with status " + code + " " + Notation.string(description),
        differences(ANY.withStatus(code, description)));
  }

  public SpanAssert withEvent(String name) {
    return keep("with event " + Notation.name(name), differences(ANY.withEvent(name)));
  }

  /** The span hangs directly under a span of that name. */
  public SpanAssert childOf(String parentName) {
    return keep(
        "child of " + Notation.name(parentName), span -> SpanMatch.childOf(parentName, span));
  }

  /** Exactly one span is left; ends the chain. */
  public TraceAssert once() {
    return times(1);
  }

  /** Exactly so many spans are left; ends the chain. */
  public TraceAssert times(int count) {
    if (actual.size() == count) {
      return trace;
    }
    SpanNode first = actual.get(0);
    Term expected = Term.of("x" + count);
    Term found = Term.of("x" + actual.size());
    Finding wrong = Finding.of(FindingKind.COUNT, SpanPath.of(first), expected, found, first);
    throw trace.failure("Expected " + selection.description(), List.of(wrong));
  }

  /** Back to the trace, for another span. */
  public TraceAssert and() {
    return trace;
  }

  private SpanAssert describedBy(String key, SpanOutline outline) {
    String attribute = outline.print().lines().skip(1).findFirst().orElse(key).strip();
    return keep("with " + attribute, differences(outline));
  }

  private static Function<SpanNode, List<Finding>> differences(SpanOutline outline) {
    return span -> SpanMatch.differences(outline, span);
  }

  private SpanAssert keep(String step, Function<SpanNode, List<Finding>> mismatch) {
    List<SpanNode> left = new ArrayList<>();
    List<Finding> reasons = new ArrayList<>();
    for (SpanNode span : actual) {
      List<Finding> findings = mismatch.apply(span);
      if (findings.isEmpty()) {
        left.add(span);
      }
      reasons.addAll(findings);
    }
    Selection narrowed = selection.and(step, reasons);
    if (left.isEmpty()) {
      throw trace.failure("Expected " + narrowed.description(), narrowed.fallen());
    }
    return new SpanAssert(trace, left, narrowed).describedAs(info.description());
  }
}
