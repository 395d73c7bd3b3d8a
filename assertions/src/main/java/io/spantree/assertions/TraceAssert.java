package io.spantree.assertions;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
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

  TraceAssert(Recording actual, List<String> whyEmpty) {
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
    if (named.isEmpty()) {
      Finding missing =
          Finding.of(FindingKind.MISSING, SpanPath.of(name), Term.of("x1"), null, null);
      throw failure("Expected a span " + Notation.name(name), List.of(missing));
    }
    return new SpanAssert(this, named, Selection.of(name)).describedAs(info.description());
  }

  /** No span has that name. */
  public TraceAssert hasNoSpan(String name) {
    List<Finding> findings = new ArrayList<>();
    for (SpanNode span : named(name)) {
      Term term = Term.of(Notation.name(name));
      findings.add(Finding.of(FindingKind.UNEXPECTED, SpanPath.of(span), null, term, span));
    }
    if (!findings.isEmpty()) {
      throw failure("Expected no span " + Notation.name(name), findings);
    }
    return this;
  }

  /**
   * What the outline describes is there; more may be.
   *
   * @throws io.spantree.outline.OutlineSyntaxException when the text is not in the notation
   */
  public TraceAssert hasShape(String outline) {
    return matches(new ShapeExpectation(Outline.parse(outline, "the shape"), Mode.OPEN));
  }

  /**
   * What the outline describes is there, and nothing else.
   *
   * @throws io.spantree.outline.OutlineSyntaxException when the text is not in the notation
   */
  public TraceAssert hasExactShape(String outline) {
    return matches(new ShapeExpectation(Outline.parse(outline, "the shape"), Mode.CLOSED));
  }

  /** The trees that were built in code are there; more may be. */
  public TraceAssert hasRoots(SpanOutline... roots) {
    return matches(new ShapeExpectation(Outline.of(roots), Mode.OPEN));
  }

  /** The expectation holds: a golden file, say. */
  @SuppressWarnings("overloads") // AssertJ's own takes a Predicate; no class is both
  public TraceAssert matches(TraceExpectation expectation) {
    if (expectation.verify(actual) instanceof Verdict.Mismatched mismatch) {
      String why = whyEmpty.isEmpty() ? "" : "\n\n  " + String.join("\n  ", whyEmpty);
      throw Failure.of(info, mismatch.text() + why, mismatch.error());
    }
    return this;
  }

  private List<SpanNode> named(String name) {
    return actual.spans().stream().filter(span -> span.name().equals(name)).toList();
  }

  /** An error that shows the findings, and with them the roots that one trace would not have. */
  AssertionError failure(String headline, List<Finding> findings) {
    List<Finding> all = new ArrayList<>(findings);
    for (Finding root : SpanMatch.surplusRoots(actual)) {
      if (findings.stream().noneMatch(finding -> finding.span() == root.span())) {
        all.add(root);
      }
    }
    Comparison comparison = Comparison.ofFindings(actual, all);
    return Failure.of(info, Report.of(headline, comparison, whyEmpty), AssertionError::new);
  }
}
