package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.outline.OpenPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else lines and spans near a finding may be: another line's span, or one that came or went.
 *
 * <p>Where a name occurs more than once, the first pairing by names may be the wrong one, and yield
 * several findings where one change explains all.
 */
final class PlaceAlternatives {
  /** In so small a tree differing values, or a single finding, are reason enough to look again. */
  private static final int SMALL = 64;

  private final Mode mode;
  private final ExpectedTree tree;
  private final Recording recording;
  private final Resemblance resemblance;
  private final NameBalance names;

  PlaceAlternatives(Subject subject) {
    this.mode = subject.mode();
    this.tree = subject.tree();
    this.recording = subject.recording();
    this.resemblance = new Resemblance(subject, Hypothesis.NONE);
    this.names = new NameBalance(tree, recording);
  }

  /** One change to the hypothesis each; none where nothing or very much is out of place. */
  List<Hypothesis> of(Hypothesis hypothesis, Alignment alignment, List<Finding> findings) {
    long about = findings.stream().filter(NearFindings::isAboutPlace).count();
    boolean explained = findings.size() < 2 && !(about > 0 && rootsMayTakeEachOthers());
    if (explained || about > NearFindings.MOST || about == 0 && !isSmall()) {
      return List.of();
    }
    NearFindings near = new NearFindings(tree, recording, alignment, findings);
    List<Hypothesis> all = new ArrayList<>(changes(hypothesis, alignment, near));
    Hypothesis rooted = rooted(hypothesis, alignment);
    if (rooted != hypothesis) {
      all.add(rooted);
      all.addAll(changes(rooted, alignment, near));
    }
    return all;
  }

  /** In open mode a root line may stand for what another one needs: one finding may be none. */
  boolean rootsMayTakeEachOthers() {
    return mode == Mode.OPEN && tree.roots().size() > 1 && isSmall();
  }

  private boolean isSmall() {
    return tree.spans().size() + recording.spans().size() <= SMALL;
  }

  /** In open mode a root line may stand for a deeper span; perhaps it stands for the root after all. */
  private Hypothesis rooted(Hypothesis hypothesis, Alignment alignment) {
    Hypothesis rooted = hypothesis;
    List<SpanNode> roots = recording.roots();
    for (ExpectedSpan line : tree.roots()) {
      boolean filled = alignment.isFilled(line, null); // most are, and need no look at all roots
      for (SpanNode root : filled ? List.<SpanNode>of() : roots) {
        boolean open = !rooted.saysOf(line) && !rooted.saysOf(root);
        if (open && line.line().name().acceptsText(root.name())) {
          rooted = rooted.with(line, root);
        }
      }
    }
    return rooted;
  }

  private List<Hypothesis> changes(Hypothesis hypothesis, Alignment alignment, NearFindings near) {
    List<Hypothesis> all = new ArrayList<>();
    for (ExpectedSpan line : near.lines()) {
      for (SpanNode span : near.spans()) {
        boolean open = !hypothesis.saysOf(span) && !hypothesis.without().contains(line);
        if (open && alignment.expectedOf(span) != line && mayBe(line, span, alignment)) {
          all.add(hypothesis.with(line, span));
        }
      }
    }
    for (SpanNode span : near.spans()) {
      ExpectedSpan line = alignment.expectedOf(span);
      boolean costs = line == null
          || !isFree(line, span, alignment)
          || isBetween(line.parent(), span, alignment);
      if (costs && !hypothesis.saysOf(span)) {
        all.add(hypothesis.without(span));
      }
    }
    for (ExpectedSpan line : near.lines()) {
      boolean costs = alignment.actualOf(line).stream().noneMatch(s -> isFree(line, s, alignment));
      if (costs && alignment.isPaired(line) && !hypothesis.saysOf(line)) {
        all.add(hypothesis.without(line));
      }
    }
    return all;
  }

  /** Whether nothing would be said if the line went without the span: whatever differs would pass. */
  private boolean isFree(ExpectedSpan line, SpanNode span, Alignment alignment) {
    ExpectedSpan above = line.parent();
    SpanNode parent = span.parent();
    if (above == null) {
      return mode == Mode.OPEN
          && alignment.count(line, null) > line.multiplicity().least();
    }
    return parent != null
        && alignment.expectedOf(parent) == above
        && (mode == Mode.OPEN || above.line().open().contains(OpenPart.CHILDREN))
        && alignment.count(line, parent) > line.multiplicity().least();
  }

  /** Whether it would be said that the span came between others, if it stood for no line. */
  private static boolean isBetween(
      @Nullable ExpectedSpan above, SpanNode span, Alignment alignment) {
    for (SpanNode child : span.children()) {
      ExpectedSpan line = alignment.expectedOf(child);
      if (line != null && above != null && line.parent() == above) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBe(ExpectedSpan line, SpanNode span, Alignment alignment) {
    return line.line().name().acceptsText(span.name())
        || names.mayBeRenamed(line, span)
            && (resemblance.isEnough(line, span) || isFreeCopy(line, span, alignment));
  }

  /** A surplus copy may be another span that got the name by mistake, where nothing speaks against. */
  private boolean isFreeCopy(ExpectedSpan line, SpanNode span, Alignment alignment) {
    return alignment.copyOf(span) != null && resemblance.differences(line, span) == 0;
  }
}
