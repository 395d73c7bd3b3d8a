package io.spantree.report;

import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import org.jspecify.annotations.Nullable;

/** In which trace a root span is or should be; a trace is called after another root in it. */
final class TraceText {
  private TraceText() {}

  static String moved(Finding finding) {
    Term expected = finding.expected();
    boolean sameName = expected != null && expected.equals(finding.actual());
    return Clip.name(Notation.name(finding.path().last()))
        + " is in "
        + traceOf("", finding.actual())
        + "; expected in "
        + traceOf(sameName ? "another " : "", expected);
  }

  private static String traceOf(String which, @Nullable Term root) {
    return root == null ? "a trace of its own" : "the trace of " + which + Wording.term(root);
  }

  /** Of a root that one of several traces has too rarely. */
  static String tooFew(Finding finding) {
    return "expected " + Wording.term(finding.expected()) + " in each trace, was "
        + Wording.term(finding.actual()) + " in one";
  }

  /** Behind a missing root: which one of several traces lacks it. */
  static String lacking(Finding finding) {
    SpanNode beside = finding.span();
    if (beside == null || !finding.part().equals(Finding.Part.TRACE)) {
      return "";
    }
    return " in the trace of " + Clip.name(Notation.name(beside.name()));
  }
}
