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
 * Narrows down spans; to be extended with steps that speak the language of a domain.
 *
 * <pre>{@code
 * class PaymentAssert extends AbstractSpanAssert<PaymentAssert> {
 *   PaymentAssert(SpanAssert span) {
 *     super(span, PaymentAssert.class);
 *   }
 *
 *   @Override
 *   protected PaymentAssert narrowed(SpanAssert span) {
 *     return new PaymentAssert(span);
 *   }
 *
 *   PaymentAssert of(long cents) {
 *     return withAttr("payment.cents", cents);
 *   }
 * }
 * }</pre>
 *
 * @param <SELF> the type that extends it, which every step returns
 */
public abstract non-sealed class AbstractSpanAssert<SELF extends AbstractSpanAssert<SELF>>
    extends AbstractAssert<SELF, List<SpanNode>> implements SpanSteps<SELF> {
  private final TraceAssert trace;
  private final Selection selection;

  AbstractSpanAssert(
      TraceAssert trace, List<SpanNode> candidates, Selection selection, Class<?> selfType) {
    super(candidates, selfType);
    this.trace = trace;
    this.selection = selection;
  }

  /**
   * What was selected until now.
   *
   * @param selfType the type that extends this one
   */
  protected AbstractSpanAssert(SpanAssert span, Class<?> selfType) {
    this(span.trace(), span.candidates(), span.selection(), selfType);
    copy(span.info, info);
  }

  /** The same type with what is left; a selection never changes. */
  protected abstract SELF narrowed(SpanAssert span);

  TraceAssert trace() {
    return trace;
  }

  Selection selection() {
    return selection;
  }

  List<SpanNode> candidates() {
    return actual;
  }

  /** Keeps the candidates that meet the condition, or fails when there is none. */
  @Override
  public SELF step(SpanCondition condition) {
    if (selection.failed()) {
      return myself;
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
    if (left.isEmpty()) {
      return failed(narrowed.description(), narrowed.reasons());
    }
    List<Finding> unsettled = condition.forbids() ? trace.unsettled() : List.of();
    return unsettled.isEmpty()
        ? narrowed(left, narrowed)
        : failed(narrowed.description(), unsettled);
  }

  private SELF failed(String headline, List<Finding> findings) {
    trace.fail(info, headline, findings);
    return narrowed(List.of(), selection.fail());
  }

  private SELF narrowed(List<SpanNode> left, Selection narrowed) {
    SELF next = narrowed(new SpanAssert(trace, left, narrowed));
    next.inherit(info);
    return next;
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
    if (!selection.failed()) {
      int left = actual.size();
      List<Finding> findings = left < least || left > most
          ? selection.miscounted(actual, expected, left < least)
          : most == Integer.MAX_VALUE ? List.of() : trace.unsettled();
      if (!findings.isEmpty()) {
        trace.fail(info, selection.headline(words), findings);
      }
    }
    return trace;
  }

  /** Back to the trace, for another span. */
  public TraceAssert and() {
    return trace;
  }

  /** Takes over what {@code as(…)} and {@code overridingErrorMessage(…)} have set. */
  void inherit(WritableAssertionInfo from) {
    copy(from, info);
  }

  private static void copy(WritableAssertionInfo from, WritableAssertionInfo to) {
    to.useRepresentation(from.representation());
    to.description(from.description());
    to.overridingErrorMessage(from.overridingErrorMessage());
  }
}
