package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.spantree.compare.Comparison;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanOutline;
import io.spantree.report.AssertionText;
import io.spantree.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AssertionInfo;

/**
 * Asserts on the spans of one test.
 *
 * <p>Passes: {@code assertTrace().hasSpan("reserve stock").childOf("POST /orders")} when such a span
 * exists. Fails: the same with a misspelt name, with the nearest name and the whole tree.
 *
 * <p>What is forbidden is not allowed by an empty recording: there nothing was judged.
 */
public class TraceAssert extends AbstractAssert<TraceAssert, Recording> {
  private final Judged judged;

  protected TraceAssert(Recording actual) {
    this(Judged.trace(actual));
  }

  /** With the likely reasons for an empty recording. */
  protected TraceAssert(Recording actual, List<String> whyEmpty) {
    this(Judged.trace(actual).withWhyEmpty(whyEmpty));
  }

  /** The same traces, for which a subclass adds assertions of its own. */
  protected TraceAssert(TraceAssert other) {
    this(other.judged);
    info.description(other.info.description());
    info.overridingErrorMessage(other.info.overridingErrorMessage());
  }

  protected TraceAssert(Judged judged) {
    super(judged.recording(), TraceAssert.class);
    this.judged = judged;
  }

  /** Selects the spans of that name, of which there must be one at least; steps narrow them down. */
  public SpanAssert hasSpan(String name) {
    List<SpanNode> named = around().named(requireNonNull(name, "name"));
    Selection selection = Selection.of(name);
    if (named.isEmpty()) {
      fail(info, selection.description(), around().missing(name));
      selection = selection.fail();
    }
    SpanAssert selected = new SpanAssert(this, named, selection);
    selected.inherit(info);
    return selected;
  }

  /** No span has that name. */
  public TraceAssert hasNoSpan(String name) {
    return hasNone(requireNonNull(name, "name"), SpanConditions.none());
  }

  /** No span of that name meets all steps of the lambda. */
  public TraceAssert hasNoSpan(String name, Consumer<SpanConditions> span) {
    return hasNone(requireNonNull(name, "name"), SpanConditions.of("hasNoSpan", span));
  }

  private TraceAssert hasNone(String name, SpanConditions like) {
    List<Finding> findings = new ArrayList<>(TraceRules.vacuous(actual));
    around().matching(name, like).forEach(span -> findings.add(Relations.unexpected(span)));
    return forbid(AssertionText.noSpan(name, like.descriptions()), findings);
  }

  /** Exactly so many spans were recorded; 0 says that nothing was. */
  public TraceAssert hasSpanCount(int count) {
    String headline = AssertionText.spanCount(notNegative(count));
    return forbid(
        headline, TraceRules.count(actual, count, count, Term.words(Integer.toString(count))));
  }

  /** So many spans were recorded, or fewer, but one at least unless it is 0. */
  public TraceAssert hasSpanCountAtMost(int count) {
    Term expected = Term.words(AssertionText.atMost(notNegative(count)));
    List<Finding> findings = new ArrayList<>(TraceRules.count(actual, 0, count, expected));
    if (count > 0) {
      findings.addAll(TraceRules.vacuous(actual));
    }
    return forbid(AssertionText.spanCountAtMost(count), findings);
  }

  private static int notNegative(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(AssertionText.negativeCount(count));
    }
    return count;
  }

  /** No span has the status ERROR. */
  public TraceAssert hasNoErrors() {
    return forbid(AssertionText.noErrors(), TraceRules.noErrors(actual));
  }

  /** A span recorded the exception, and it and all spans above it up to the root are ERROR. */
  public TraceAssert failedWith(Throwable thrown) {
    RecordedException exception = RecordedException.of(requireNonNull(thrown, "thrown"));
    return check(
        AssertionText.failedWith(exception.type(), exception.message()),
        TraceRules.failedWith(exception, actual));
  }

  /** Every span meets all steps of the lambda; there must be a span. */
  public TraceAssert allSpans(Consumer<SpanConditions> span) {
    SpanConditions all = SpanConditions.of("allSpans", span);
    List<Finding> findings = new ArrayList<>(TraceRules.vacuous(actual));
    actual.spans().forEach(each -> findings.addAll(all.mismatch(each, around())));
    return forbid(AssertionText.allSpans(all.descriptions()), findings);
  }

  /**
   * Begins a rule for the traces in which there is a span of that name; one trace at least must be
   * such a trace.
   */
  public TraceRule whenSpan(String name) {
    return when(requireNonNull(name, "name"), SpanConditions.none());
  }

  /** Begins a rule for the traces in which a span of that name meets all steps of the lambda. */
  public TraceRule whenSpan(String name, Consumer<SpanConditions> span) {
    return when(requireNonNull(name, "name"), SpanConditions.of("whenSpan", span));
  }

  private TraceRule when(String name, SpanConditions like) {
    List<SpanNode> matching = around().matching(name, like);
    if (matching.isEmpty()) {
      List<Finding> findings = new ArrayList<>(around().missing(name));
      around().named(name).forEach(span -> findings.addAll(like.mismatch(span, around())));
      fail(info, AssertionText.whenSpan(name, like.descriptions()), findings);
    }
    return new TraceRule(this, AssertionText.spanLike(name, like.descriptions()), matching);
  }

  /**
   * What the outline describes is there; more may be.
   *
   * @throws io.spantree.outline.OutlineSyntaxException when the text is not in the notation
   * @throws IllegalArgumentException when nothing is asked, which every recording would meet
   */
  public TraceAssert hasShape(String outline) {
    return matches(ShapeExpectation.open(Outline.parse(outline, "the shape")));
  }

  /**
   * What the outline describes is there, and nothing else.
   *
   * @throws io.spantree.outline.OutlineSyntaxException when the text is not in the notation
   */
  public TraceAssert hasExactShape(String outline) {
    return matches(ShapeExpectation.closed(Outline.parse(outline, "the shape")));
  }

  /**
   * The trees that were built in code are there; more may be.
   *
   * @throws IllegalArgumentException when nothing is asked, which every recording would meet
   */
  public TraceAssert hasRoots(SpanOutline... roots) {
    return matches(ShapeExpectation.open(Outline.of(roots)));
  }

  /** The expectation holds: a golden file, say, or a lambda that returns a {@link Verdict}. */
  @SuppressWarnings("overloads") // AssertJ's own takes a Predicate, of which this one is a subtype
  public TraceAssert matches(TraceExpectation expectation) {
    if (expectation.verify(actual) instanceof Verdict.Mismatched mismatch) {
      List<String> advice = judged.advice();
      String why = advice.isEmpty() ? "" : "\n\n  " + String.join("\n  ", advice);
      AssertionError error = Failure.of(info, mismatch.text() + why, mismatch.error());
      judged.sink().add(new FailureSink.Failed(error, null));
    }
    return this;
  }

  Surroundings around() {
    return judged.around();
  }

  /** That more may come, against which nothing can be forbidden yet. */
  List<Finding> unsettled() {
    return Unsettled.in(actual);
  }

  /** Fails also while that may still come which is not there. */
  TraceAssert forbid(String headline, List<Finding> findings) {
    return check(headline, findings.isEmpty() ? unsettled() : findings);
  }

  private TraceAssert check(String headline, List<Finding> findings) {
    if (!findings.isEmpty()) {
      fail(info, headline, findings);
    }
    return this;
  }

  /** Fails with the findings, and with them the roots that one trace would not have. */
  void fail(AssertionInfo info, String headline, List<Finding> findings) {
    List<Finding> all = judged.withSurplusRoots(findings);
    Comparison comparison = Comparison.ofFindings(actual, all);
    String text = Report.brief(headline, comparison, judged.advice());
    AssertionError error = Failure.of(info, text, AssertionError::new);
    Report.Part part =
        new Report.Part(Failure.description(info) + headline, Failure.place(error), all);
    FailureSink.Data data = new FailureSink.Data(judged.whole(), part, judged.advice());
    judged.sink().add(new FailureSink.Failed(error, isReworded(info) ? null : data));
  }

  /** Whether the text is the user's own. */
  private static boolean isReworded(AssertionInfo info) {
    String text = info.overridingErrorMessage();
    return text != null && !text.isEmpty();
  }

  /** The trace with that root alone; without one, an assertion that says nothing more. */
  TraceAssert ofRoot(String name) {
    List<Recording> found = judged.tracesWithRoot(requireNonNull(name, "rootName"));
    if (found.size() == 1) {
      return new TraceAssert(judged.only(found.get(0)));
    }
    fail(info, AssertionText.traceWithRoot(name), judged.notOneRoot(name));
    return new TraceAssert(judged.to(FailureSink.SILENT));
  }
}
