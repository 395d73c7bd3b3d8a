package io.spantree.compare;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.EventData;
import io.spantree.model.AttributeValue;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.SpanLine;
import io.spantree.outline.ValuePattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a span resembles a line, name and place left aside. */
final class Resemblance {
  /** From here on two spans of different names are taken for one that was renamed. */
  static final double ENOUGH = 0.5;

  private final Mode mode;
  private final LabelBindings labels;
  private final SpanComparator comparator;
  private final LinkComparator links;
  private final StateComparator states;

  Resemblance(Subject subject, Hypothesis hypothesis) {
    this.mode = subject.mode();
    this.labels = new LabelBindings(hypothesis);
    this.comparator = new SpanComparator(mode, labels);
    this.links = new LinkComparator(subject.targets(), hypothesis, comparator.guess(), mode);
    this.states = new StateComparator(mode);
  }

  /** What labels of matchers might stand for in the pairs that were looked at. */
  Map<String, Set<AttributeValue>> met() {
    return labels.met();
  }

  /** How many findings the pair would yield by itself. */
  int differences(ExpectedSpan line, SpanNode span) {
    Differences.Counter counter = new Differences.Counter();
    // labels bind per comparison; a guess must not bind them
    comparator.guess().compare(line.line(), span, counter);
    links.compare(line.line(), span, counter);
    states.compare(line, span, counter);
    return counter.count();
  }

  /**
   * The share of what is described that is there: 1 when all is equal, 0 when nothing is.
   *
   * <p>In open mode a line that describes nothing but a name resembles nothing.
   */
  double share(ExpectedSpan line, SpanNode span) {
    Tally tally = new Tally();
    attributes(line.line(), span, tally);
    events(line.line(), span, tally);
    children(line, span, tally);
    if (tally.all == 0) {
      return mode == Mode.CLOSED ? 1 : 0;
    }
    return tally.equal / tally.all;
  }

  /** Whether the two could be one span under another name. */
  boolean isEnough(ExpectedSpan line, SpanNode span) {
    SpanKind kind = comparator.expectedKind(line.line());
    double share = share(line, span);
    return kind == null || kind == span.kind() ? share >= ENOUGH : share > ENOUGH;
  }

  private static final class Tally {
    double equal;
    double all;
  }

  private void attributes(SpanLine line, SpanNode span, Tally tally) {
    Map<String, AttributeValue> actual = SpanAttributes.of(span.data().getAttributes());
    int found = 0;
    for (AttributeLine attribute : line.attributes()) {
      AttributeValue value = actual.get(attribute.key());
      tally.all++;
      if (value != null) {
        found++;
        tally.equal += attribute.value().accepts(value) ? 1 : 0.5;
      }
    }
    tally.all += mode == Mode.CLOSED ? actual.size() - found : 0;
  }

  private void events(SpanLine line, SpanNode span, Tally tally) {
    List<EventData> actual = span.data().getEvents();
    int found = 0;
    for (EventLine event : line.events()) {
      tally.all++;
      if (actual.stream().anyMatch(one -> event.name().acceptsText(one.getName()))) {
        found++;
        tally.equal++;
      }
    }
    tally.all += mode == Mode.CLOSED ? Math.max(0, actual.size() - found) : 0;
  }

  private void children(ExpectedSpan line, SpanNode span, Tally tally) {
    Map<String, Integer> left = new HashMap<>();
    span.children().forEach(child -> left.merge(child.name(), 1, Integer::sum));
    int expected = 0;
    int found = 0;
    int surplus = span.children().size();
    for (ExpectedSpan child : line.children()) {
      int least = Math.max(1, child.multiplicity().least());
      int there = take(left, child.line().name(), child.multiplicity().most());
      expected += least;
      found += Math.min(least, there);
      surplus -= there;
    }
    tally.all += expected;
    tally.equal += found;
    if (mode == Mode.CLOSED) {
      int renamed = Math.min(expected - found, surplus); // perhaps, like the parent
      tally.equal += 0.5 * renamed;
      tally.all += surplus - renamed;
    }
  }

  /** Takes children of an accepted name out of those that are left, and says how many. */
  private static int take(Map<String, Integer> left, ValuePattern name, int most) {
    String literal = name.literalText();
    int taken = 0;
    for (String each : literal != null ? List.of(literal) : List.copyOf(left.keySet())) {
      if (taken < most && (literal != null || name.acceptsText(each))) {
        int there = Math.min(most - taken, left.getOrDefault(each, 0));
        left.computeIfPresent(each, (key, count) -> count - there);
        taken += there;
      }
    }
    return taken;
  }
}
