package io.spantree.assertions;

import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.report.AssertionText;
import io.spantree.report.StepText;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;

/**
 * Narrows down spans of one name: there is a span such that all steps hold, in whatever order they
 * are written. Steps that forbid something hold for every span that is left.
 *
 * <p>A step fails when no candidate is left, and says of each why it fell out.
 *
 * <p>Passes: {@code hasSpan("reserve stock").withAttr("app.sku", "A-1").childOf("POST /orders")}
 * when one span is all of this. Fails: the same when one span has the attribute and another the
 * parent.
 */
public non-sealed class SpanAssert extends AbstractAssert<SpanAssert, List<SpanNode>>
    implements SpanSteps<SpanAssert> {
  private final TraceAssert trace;
  private final Selection selection;

  protected SpanAssert(TraceAssert trace, List<SpanNode> candidates, Selection selection) {
    super(candidates, SpanAssert.class);
    this.trace = trace;
    this.selection = selection;
  }

  /** The same selection, to which a subclass adds steps of its own. */
  protected SpanAssert(SpanAssert other) {
    this(other.trace, other.actual, other.selection);
    inherit(other.info);
  }

  /** Keeps the candidates that meet the condition, or fails when there is none. */
  @Override
  public SpanAssert step(SpanCondition condition) {
    if (selection.failed()) {
      return this;
    }
    List<SpanNode> left = new ArrayList<>();
    List<Finding> reasons = new ArrayList<>();
    for (SpanNode span : actual) {
      List<Finding> findings = condition.mismatch().of(span, trace.around());
      if (findings.isEmpty()) {
        left.add(span);
      }
      reasons.addAll(findings);
    }
    if (condition.every() && !reasons.isEmpty()) {
      return failed(selection.headline(condition.step()), reasons);
    }
    Selection narrowed = selection.and(condition.step(), reasons);
    return left.isEmpty()
        ? failed(narrowed.description(), narrowed.reasons())
        : new SpanAssert(trace, left, narrowed).inherit(info);
  }

  private SpanAssert failed(String headline, List<Finding> findings) {
    trace.fail(info, headline, findings);
    return new SpanAssert(trace, List.of(), selection.fail()).inherit(info);
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
    return count("times", count, count, count, StepText.times(count), Term.of("x" + count));
  }

  /**
   * So many spans are left, or more; ends the chain.
   *
   * @param count at least 1, which {@code hasSpan} alone says as well
   */
  public TraceAssert atLeast(int count) {
    Term expected = Term.words(AssertionText.atLeast(count));
    return count("atLeast", count, count, Integer.MAX_VALUE, StepText.atLeast(count), expected);
  }

  /**
   * So many spans are left, or fewer; ends the chain.
   *
   * @param count at least 1, because {@code hasSpan} has found one; {@code hasNoSpan} forbids
   */
  public TraceAssert atMost(int count) {
    Term expected = Term.words(AssertionText.atMost(count));
    return count("atMost", count, 1, count, StepText.atMost(count), expected);
  }

  private TraceAssert count(
      String step, int count, int least, int most, String words, Term expected) {
    if (count < 1) {
      String call = step + "(" + count + ")";
      throw new IllegalArgumentException(
          step.equals("atLeast")
              ? AssertionText.alwaysHolds(call)
              : AssertionText.neverHolds(call));
    }
    int left = actual.size();
    if (!selection.failed() && (left < least || left > most)) {
      List<Finding> findings = selection.miscounted(actual, expected, left < least);
      trace.fail(info, selection.headline(words), findings);
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
}
