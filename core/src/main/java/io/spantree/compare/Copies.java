package io.spantree.compare;

import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Condition;
import io.spantree.outline.OpenPart;
import io.spantree.outline.SpanLine;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds surplus copies of described spans, those of a forbidden line (x0) among them: one wrong
 * count instead of many unexpected spans.
 */
final class Copies {
  private static final ValuePattern ABSENT = new ValuePattern.Matcher(new Condition.Absent(), null);

  /** The key of all lines whose name is a matcher. */
  private static final @Nullable String MATCHERS = null;

  private final Map<@Nullable ExpectedSpan, Map<@Nullable String, List<ExpectedSpan>>> byParent =
      new HashMap<>();
  private final Subject subject;
  private final Alignment alignment;
  private final SpanComparator comparator;
  private final PairCosts described;
  private final Mode mode;

  Copies(Subject subject, Alignment alignment) {
    this.subject = subject;
    this.alignment = alignment;
    this.mode = subject.mode();
    this.comparator = new SpanComparator(mode, new LabelBindings(Hypothesis.NONE));
    this.described = PairCosts.describing(subject);
  }

  void find() {
    Set<SpanNode> wrappers = wrappers();
    for (SpanNode span : subject.recording().spans()) {
      if (!alignment.isPaired(span) && !wrappers.contains(span)) {
        SpanNode parent = span.parent();
        ExpectedSpan above = parent == null ? null : alignment.expectedOf(parent);
        boolean found = above != null && find(above.children(), above, parent, span);
        if (!found && (parent == null || mode == Mode.OPEN)) {
          find(subject.tree().roots(), null, null, span);
        }
      }
    }
  }

  /** Spans that came between others, which is another thing than being one too many. */
  private Set<SpanNode> wrappers() {
    Set<SpanNode> wrappers = new HashSet<>();
    for (SpanNode span : alignment.paired()) {
      ExpectedSpan line = alignment.expectedOf(span);
      SpanNode above = span.parent();
      if (line != null && above != null && !alignment.isPaired(above) && isWrapped(line, span)) {
        for (; above != null && !alignment.isPaired(above); above = above.parent()) {
          wrappers.add(above);
        }
      }
    }
    return wrappers;
  }

  private boolean isWrapped(ExpectedSpan line, SpanNode span) {
    SpanNode above = alignment.pairedAbove(span);
    ExpectedSpan lineAbove = above == null ? null : alignment.expectedOf(above);
    boolean anywhere =
        line.parent() == null && mode == Mode.OPEN && !line.line().root();
    return !anywhere && lineAbove == line.parent();
  }

  private boolean find(
      List<ExpectedSpan> lines,
      @Nullable ExpectedSpan parent,
      @Nullable SpanNode under,
      SpanNode span) {
    Map<@Nullable String, List<ExpectedSpan>> byName =
        byParent.computeIfAbsent(parent, p -> byName(lines));
    return find(byName.getOrDefault(span.name(), List.of()), under, span)
        || find(byName.getOrDefault(MATCHERS, List.of()), under, span);
  }

  private static Map<@Nullable String, List<ExpectedSpan>> byName(List<ExpectedSpan> lines) {
    Map<@Nullable String, List<ExpectedSpan>> byName = new HashMap<>();
    for (ExpectedSpan line : lines) {
      String name = line.line().name().literalText();
      byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(line);
    }
    return byName;
  }

  private boolean find(List<ExpectedSpan> lines, @Nullable SpanNode under, SpanNode span) {
    for (ExpectedSpan line : lines) {
      Place place = new Place(line, under);
      boolean full = alignment.count(place) >= line.multiplicity().most();
      if (full && isCopy(line, span)) {
        alignment.addCopy(place, span);
        return true;
      }
    }
    return false;
  }

  private boolean isCopy(ExpectedSpan line, SpanNode span) {
    if (mode == Mode.OPEN || line.multiplicity().most() == 0) {
      return described.areEqual(line, span);
    } else if (!line.line().name().acceptsText(span.name())) {
      return false;
    }
    return comparator.expectedKind(line.line()) == span.kind() && hasKeys(line.line(), span);
  }

  /** A value may differ, as it does in each round of a loop. */
  private static boolean hasKeys(SpanLine line, SpanNode span) {
    Set<String> keys = SpanAttributes.of(span.data().getAttributes()).keySet();
    List<String> expected = line.attributes().stream()
        .filter(attribute -> !attribute.value().equals(ABSENT))
        .map(AttributeLine::key)
        .toList();
    boolean more = line.open().contains(OpenPart.ATTRIBUTES);
    return keys.containsAll(expected) && (more || keys.size() == expected.size());
  }
}
