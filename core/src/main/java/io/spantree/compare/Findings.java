package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the findings off an alignment: one for each cause. */
final class Findings {
  private final ExpectedTree tree;
  private final Alignment alignment;
  private final StateComparator states;
  private final FindingCollector findings = new FindingCollector();
  private final PlaceFindings places;
  private final CountFindings counts;
  private final TraceFindings traces;

  Findings(Subject subject, Alignment alignment) {
    this.tree = subject.tree();
    this.alignment = alignment;
    this.states = new StateComparator(subject.mode());
    this.places = new PlaceFindings(alignment, findings, subject.mode());
    this.counts = new CountFindings(subject, alignment, places, findings);
    this.traces = new TraceFindings(subject, alignment, states, findings);
  }

  List<Finding> collect(SpanComparator comparator, LinkComparator links) {
    for (ExpectedSpan line : tree.spans()) {
      for (SpanNode span : alignment.actualOf(line)) {
        compare(line, span, comparator, links);
      }
    }
    places.finish();
    counts.find();
    traces.find();
    return findings.sorted();
  }

  /** Whether fewer findings might tell the same, as not all was tried. */
  boolean gaveUp() {
    return findings.gaveUp();
  }

  private void compare(
      ExpectedSpan line, SpanNode span, SpanComparator comparator, LinkComparator links) {
    boolean matcher = line.literal() == null;
    if (matcher ? !comparator.acceptsName(line.line(), span) : alignment.isRenamed(span)) {
      Term was = Term.of(Notation.name(line.line().name()));
      findings.add(FindingKind.RENAMED, span, was, Term.of(Notation.name(span.name())));
    }
    places.compare(line, span);
    Differences differences = findings.differencesOf(span);
    comparator.compare(line.line(), span, differences);
    links.compare(line.line(), span, differences);
    states.compare(line, span, differences);
    if (line.line().ordered()) {
      ordered(line, span);
    }
  }

  private void ordered(ExpectedSpan line, SpanNode span) {
    Map<ExpectedSpan, Integer> written = new HashMap<>();
    line.children().forEach(child -> written.put(child, written.size()));
    List<SpanNode> began = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (SpanNode child : span.children()) {
      Integer at = written.get(alignment.expectedOf(child));
      if (at != null) {
        began.add(child);
        order.add(at);
      }
    }
    List<Integer> sorted = order.stream().sorted().toList();
    if (!order.equals(sorted)) {
      List<SpanNode> wanted = new ArrayList<>(began);
      wanted.sort(Comparator.comparing(child -> written.get(alignment.expectedOf(child))));
      Map<SpanNode, Integer> positions = new HashMap<>();
      wanted.forEach(child -> positions.put(child, positions.size()));
      ToldApart.Orders orders = ToldApart.orders(
          wanted.stream().map(child -> Notation.name(child.name())).toList(),
          began.stream().map(positions::get).toList(),
          position -> Traits.of(wanted.get(position)));
      findings.add(FindingKind.ORDER, span, orders.expected(), orders.actual());
    }
  }
}
