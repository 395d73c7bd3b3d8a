package io.spantree.compare;

import io.spantree.model.SpanNode;
import io.spantree.outline.OpenPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assumptions that explain nothing and only keep quiet: a span of an optional line is said to stand
 * for no line, where more spans are allowed, or one that is forbidden for another line. Whatever is
 * wrong with it would pass.
 */
final class Loopholes {
  private final Subject subject;
  private final Hypothesis hypothesis;
  private final Alignment alignment;

  Loopholes(Subject subject, Hypothesis hypothesis, Alignment alignment) {
    this.subject = subject;
    this.hypothesis = hypothesis;
    this.alignment = alignment;
  }

  boolean any() {
    for (Object assumed : hypothesis.without()) {
      boolean quiet = assumed instanceof SpanNode span ? isWanted(span) : wants(assumed);
      if (quiet) {
        return true;
      }
    }
    return !hypothesis.places().isEmpty() && takesForbidden();
  }

  private boolean takesForbidden() {
    Forbidden forbidden = Forbidden.of(subject);
    return forbidden != null
        && hypothesis.places().entrySet().stream()
            .anyMatch(place -> forbidden.beside(place.getValue(), place.getKey()));
  }

  /** Whether an optional line that has room describes a span of this name in this place. */
  private boolean isWanted(SpanNode span) {
    SpanNode parent = span.parent();
    ExpectedSpan above = parent == null ? null : alignment.expectedOf(parent);
    return above != null && wants(above.children(), parent, span)
        || wants(subject.tree().roots(), null, span);
  }

  private boolean wants(List<ExpectedSpan> lines, @Nullable SpanNode under, SpanNode span) {
    for (ExpectedSpan line : lines) {
      if (wants(line, under, span)) {
        return true;
      }
    }
    return false;
  }

  /** The same of a line that is said to have no span. */
  private boolean wants(Object assumed) {
    if (assumed instanceof ExpectedSpan line) {
      for (SpanNode span : subject.recording().spans()) {
        SpanNode under = line.parent() == null ? null : span.parent();
        boolean here = under == null || alignment.expectedOf(under) == line.parent();
        if ((line.parent() == null || under != null) && here && wants(line, under, span)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean wants(ExpectedSpan line, @Nullable SpanNode under, SpanNode span) {
    return alignment.count(line, under) < line.multiplicity().most()
        && maySayNothing(line)
        && !alignment.isPaired(span)
        && Slot.mayStandFor(line, span, subject.mode())
        && line.line().name().acceptsText(span.name());
  }

  /** Whether a span that stands for no line is no finding there. */
  private boolean maySayNothing(ExpectedSpan line) {
    ExpectedSpan above = line.parent();
    return subject.mode() == Mode.OPEN
        || above != null && above.line().open().contains(OpenPart.CHILDREN);
  }
}
