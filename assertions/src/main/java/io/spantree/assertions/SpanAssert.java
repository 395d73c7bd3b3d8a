package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;

/**
 * Narrows down spans of one name: there is a span such that all steps hold, in whatever order they
 * are written.
 *
 * <p>A step fails when no candidate is left, and says of each why it fell out.
 *
 * <p>Passes: {@code hasSpan("reserve stock").withAttr("app.sku", "A-1").childOf("POST /orders")}
 * when one span is all of this. Fails: the same when one span has the attribute and another the
 * parent.
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
    return describedBy(key, ANY.withAttr(key, notNull(key, value)));
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
    return describedBy(key.getKey(), ANY.withAttr(key, notNull(key.getKey(), value)));
  }

  /** Takes the {@code int} that a {@code Long} would refuse. */
  public SpanAssert withAttr(AttributeKey<Long> key, long value) {
    return withAttr(key.getKey(), value);
  }

  public SpanAssert withKind(SpanKind kind) {
    requireNonNull(kind, "kind");
    return keep("with kind " + kind, differences(ANY.withKind(kind)));
  }

  public SpanAssert withStatus(StatusCode code) {
    requireNonNull(code, "code");
    return keep("with status " + code, differences(ANY.withStatus(code)));
  }

  public SpanAssert withStatus(StatusCode code, String description) {
    requireNonNull(code, "code");
    requireNonNull(description, "description");
    return keep(
        "with status " + code + " " + Notation.string(description),
        differences(ANY.withStatus(code, description)));
  }

  public SpanAssert withEvent(String name) {
    requireNonNull(name, "name");
    return keep("with event " + Notation.name(name), differences(ANY.withEvent(name)));
  }

  /** The span hangs directly under a span of that name. */
  public SpanAssert childOf(String parentName) {
    requireNonNull(parentName, "parentName");
    String step = "child of " + Notation.name(parentName);
    List<Finding> noSuchParent = trace.missing(parentName);
    return keep(step, noSuchParent, span -> SpanMatch.childOf(parentName, span));
  }

  /** Exactly one span is left; ends the chain. */
  public TraceAssert once() {
    return times(1);
  }

  /**
   * Exactly so many spans are left; ends the chain.
   *
   * @param count at least 1, because {@code hasSpan} has found one; {@code hasNoSpan} forbids
   */
  public TraceAssert times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("times(" + count + ") can never hold after hasSpan, which"
          + " requires a span; hasNoSpan(name) forbids it");
    }
    if (actual.size() != count) {
      String step = count == 1 ? ", once" : ", " + count + " times";
      throw trace.failure(
          info, selection.description() + step, selection.miscounted(actual, count));
    }
    return trace;
  }

  /** Back to the trace, for another span. */
  public TraceAssert and() {
    return trace;
  }

  /** Takes over what {@code as(…)} and {@code overridingErrorMessage(…)} have set. */
  SpanAssert inherit(WritableAssertionInfo from) {
    info.useRepresentation(from.representation());
    info.description(from.description());
    info.overridingErrorMessage(from.overridingErrorMessage());
    return this;
  }

  private static <T> T notNull(String key, T value) {
    return requireNonNull(value, () -> "the value of " + key + "; an attribute is never null");
  }

  private SpanAssert describedBy(String key, SpanOutline outline) {
    String attribute = outline.print().lines().skip(1).findFirst().orElse(key).strip();
    return keep("with " + attribute, differences(outline));
  }

  private static Function<SpanNode, List<Finding>> differences(SpanOutline outline) {
    return span -> SpanMatch.differences(outline, span);
  }

  private SpanAssert keep(String step, Function<SpanNode, List<Finding>> mismatch) {
    return keep(step, List.of(), mismatch);
  }

  private SpanAssert keep(
      String step, List<Finding> known, Function<SpanNode, List<Finding>> mismatch) {
    List<SpanNode> left = new ArrayList<>();
    List<Finding> reasons = new ArrayList<>(known);
    for (SpanNode span : actual) {
      List<Finding> findings = mismatch.apply(span);
      if (findings.isEmpty()) {
        left.add(span);
      }
      reasons.addAll(findings);
    }
    Selection narrowed = selection.and(step, reasons);
    if (left.isEmpty()) {
      throw trace.failure(info, narrowed.description(), narrowed.fallen());
    }
    return new SpanAssert(trace, left, narrowed).inherit(info);
  }
}
