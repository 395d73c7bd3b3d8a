package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds surplus copies of described spans: one wrong count instead of many unexpected spans. */
final class Copies {
  private final Alignment alignment;
  private final Leftovers leftovers;
  private final SpanComparator comparator;
  private final Resemblance resemblance;
  private final Mode mode;

  Copies(Alignment alignment, Leftovers leftovers, Mode mode) {
    this.alignment = alignment;
    this.leftovers = leftovers;
    this.comparator = new SpanComparator(mode, new LabelBindings());
    this.resemblance = new Resemblance(mode);
    this.mode = mode;
  }

  void find(ExpectedTree tree, Recording recording) {
    for (SpanNode span : recording.spans()) {
      if (leftovers.isUnexpected(span)) {
        SpanNode parent = span.parent();
        ExpectedSpan above = parent == null ? null : alignment.expectedOf(parent);
        if (above != null) {
          find(above.children(), parent, span);
        }
        if (parent == null || mode == Mode.OPEN && !alignment.isPaired(span)) {
          find(tree.roots(), null, span);
        }
      }
    }
  }

  private void find(List<ExpectedSpan> lines, @Nullable SpanNode under, SpanNode span) {
    for (ExpectedSpan line : lines) {
      Place place = new Place(line, under);
      boolean full = alignment.in(place).size() >= line.multiplicity().most();
      if (full && line.multiplicity().most() > 0 && isCopy(line, span)) {
        alignment.addCopy(place, span);
        leftovers.take(span);
        return;
      }
    }
  }

  private boolean isCopy(ExpectedSpan line, SpanNode span) {
    if (!line.line().name().acceptsText(span.name())
        || mode == Mode.OPEN && line.line().root() && span.parent() != null) {
      return false;
    } else if (mode == Mode.OPEN) {
      return resemblance.differences(line, span) == 0;
    }
    Set<String> keys = SpanAttributes.of(span.data().getAttributes()).keySet();
    return comparator.expectedKind(line.line()) == span.kind()
        && keys.size() == line.line().attributes().size()
        && line.line().attributes().stream().allMatch(attribute -> keys.contains(attribute.key()));
  }
}
