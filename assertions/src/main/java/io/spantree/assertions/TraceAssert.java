package io.spantree.assertions;

import static java.util.Objects.requireNonNull;

import io.spantree.compare.Comparison;
import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import io.spantree.outline.Outline;
import io.spantree.outline.SpanOutline;
import io.spantree.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AssertionInfo;

/**
 * Asserts on the spans of one test.
 *
 * <p>Passes: {@code assertTrace().hasSpan("reserve stock").childOf("POST /orders")} when such a span
 * exists. Fails: the same with a misspelt name, with the nearest name and the whole tree.
 */
public class TraceAssert extends AbstractAssert<TraceAssert, Recording> {

  private final List<String> whyEmpty;

  protected TraceAssert(Recording actual) {
    this(actual, List.of());
  }

  /** With the likely reasons for an empty recording. */
  protected TraceAssert(Recording actual, List<String> whyEmpty) {
    super(actual, TraceAssert.class);
    this.whyEmpty = whyEmpty.isEmpty() ? List.of() : withHeadline(whyEmpty);
  }

  private static List<String> withHeadline(List<String> reasons) {
    List<String> lines = new ArrayList<>(List.of("No span was recorded. Likely reasons:"));
    reasons.forEach(reason -> lines.add("- " + reason));
    return lines;
  }

  /** Selects the spans of that name, of which there must be one at least; steps narrow them down. */
  public SpanAssert hasSpan(String name) {
    List<SpanNode> named = named(name);
    Selection selection = Selection.of(name);
    if (named.isEmpty()) {
      throw failure(info, selection.description(), missing(name));
    }
    return new SpanAssert(this, named, selection).inherit(info);
  }

  /** No span has that name. */
  public TraceAssert hasNoSpan(String name) {
    List<Finding> findings = new ArrayList<>();
    for (SpanNode span : named(name)) {
      Term term = Term.of(Notation.name(name));
      findings.add(Finding.of(FindingKind.UNEXPECTED, SpanPath.of(span), null, term, span));
    }
    if (!findings.isEmpty()) {
      throw failure(info, "Expected no span " + Notation.name(name), findings);
    }
    return this;
  }

  /**
   * What the outline describes is there; more may be.
   *
   * @throws io.spantree.outline.OutlineSyntaxException when the text is not in the notation
   * @throws IllegalArgumentException when no span is described, which every recording would have
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
   * @throws IllegalArgumentException when none is given
   */
  public TraceAssert hasRoots(SpanOutline... roots) {
    return matches(ShapeExpectation.open(Outline.of(roots)));
  }

  /**
   * The expectation holds: a golden file, say.
   *
   * <p>A lambda needs a variable of type {@code TraceExpectation}: written in place, the compiler
   * cannot tell it from AssertJ's {@code matches(Predicate)}.
   */
  @SuppressWarnings("overloads") // AssertJ's own takes a Predicate; no class is both
  public TraceAssert matches(TraceExpectation expectation) {
    if (expectation.verify(actual) instanceof Verdict.Mismatched mismatch) {
      String why = whyEmpty.isEmpty() ? "" : "\n\n  " + String.join("\n  ", whyEmpty);
      throw Failure.of(info, mismatch.text() + why, mismatch.error());
    }
    return this;
  }

  private List<SpanNode> named(String name) {
    requireNonNull(name, "name");
    return actual.spans().stream().filter(span -> span.name().equals(name)).toList();
  }

  /** That no span has the name; empty when one has. */
  List<Finding> missing(String name) {
    return named(name).isEmpty()
        ? List.of(Finding.of(FindingKind.MISSING, SpanPath.of(name), Term.of("x1"), null, null))
        : List.of();
  }

  /** An error that shows the findings, and with them the roots that one trace would not have. */
  AssertionError failure(AssertionInfo info, String headline, List<Finding> findings) {
    List<Finding> all = new ArrayList<>(findings);
    for (Finding root : SpanMatch.surplusRoots(actual)) {
      if (findings.stream().noneMatch(finding -> tells(finding, root))) {
        all.add(root);
      }
    }
    Comparison comparison = Comparison.ofFindings(actual, all);
    List<String> advice = whyEmpty.isEmpty() ? Advice.on(actual) : whyEmpty;
    String text = Report.of(headline, comparison, advice);
    return Failure.of(info, text, AssertionError::new);
  }

  /** Whether the root need not be shown again: what is known of why it is one would say no more. */
  private static boolean tells(Finding finding, Finding root) {
    return finding.span() == root.span()
        && (root.kind() == finding.kind() || root.kind() == FindingKind.NEW_ROOT);
  }
}
