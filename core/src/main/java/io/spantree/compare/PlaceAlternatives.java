package io.spantree.compare;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What else lines and spans near a finding may be: another line's span, or one that came or went.
 *
 * <p>Where a name occurs more than once, the first pairing by names may be the wrong one, and yield
 * several findings where one change explains all.
 */
final class PlaceAlternatives {
  /** The most lines, and the most spans, that are looked at anew. */
  private static final int MOST = 16;

  /** In so small a tree differing values are reason enough to look again. */
  private static final int SMALL = 64;

  /** Counts beyond this are not told apart. */
  private static final long MANY = 1 << 20;

  /** What a wrong pair of line and span looks like. */
  private static final Set<FindingKind> PLACES = EnumSet.of(
      FindingKind.LOST_CONTEXT,
      FindingKind.ORPHANED,
      FindingKind.NEW_ROOT,
      FindingKind.REMOTE_PARENT,
      FindingKind.MISSING,
      FindingKind.UNEXPECTED,
      FindingKind.RENAMED,
      FindingKind.MOVED,
      FindingKind.WRAPPED,
      FindingKind.UNWRAPPED,
      FindingKind.COUNT);

  private final ExpectedTree tree;
  private final Recording recording;
  private final Resemblance resemblance;

  /** For each name, how many more lines than spans there are. */
  private final Map<@Nullable String, Integer> lacking = new HashMap<>();

  PlaceAlternatives(Subject subject) {
    this.tree = subject.tree();
    this.recording = subject.recording();
    this.resemblance = new Resemblance(subject, Hypothesis.NONE);
  }

  /** One change to the hypothesis each; none where nothing or very much is out of place. */
  List<Hypothesis> of(Hypothesis hypothesis, Alignment alignment, List<Finding> findings) {
    long about = findings.stream().filter(PlaceAlternatives::isAboutPlace).count();
    boolean small = tree.spans().size() + recording.spans().size() <= SMALL;
    if (findings.size() < 2 || about > MOST || about == 0 && !small) {
      return List.of();
    }
    Set<SpanNode> spans = new LinkedHashSet<>();
    Set<ExpectedSpan> lines = new LinkedHashSet<>();
    near(alignment, findings, lines, spans);
    List<Hypothesis> all = new ArrayList<>(changes(hypothesis, alignment, lines, spans));
    Hypothesis rooted = rooted(hypothesis, alignment);
    if (rooted != hypothesis) {
      all.add(rooted);
      all.addAll(changes(rooted, alignment, lines, spans));
    }
    return all;
  }

  /** In open mode a root line may stand for a deeper span; perhaps it stands for the root after all. */
  private Hypothesis rooted(Hypothesis hypothesis, Alignment alignment) {
    Hypothesis rooted = hypothesis;
    for (ExpectedSpan line : tree.roots()) {
      for (SpanNode root : recording.roots()) {
        boolean open = !rooted.saysOf(line) && !rooted.saysOf(root);
        if (open
            && !alignment.isFilled(line, null)
            && line.line().name().acceptsText(root.name())) {
          rooted = rooted.with(line, root);
        }
      }
    }
    return rooted;
  }

  private List<Hypothesis> changes(
      Hypothesis hypothesis, Alignment alignment, Set<ExpectedSpan> lines, Set<SpanNode> spans) {
    List<Hypothesis> all = new ArrayList<>();
    for (ExpectedSpan line : lines) {
      for (SpanNode span : spans) {
        boolean open = !hypothesis.saysOf(span) && !hypothesis.without().contains(line);
        if (open && alignment.expectedOf(span) != line && mayBe(line, span, alignment)) {
          all.add(hypothesis.with(line, span));
        }
      }
    }
    for (SpanNode span : spans) {
      if (!hypothesis.saysOf(span)) {
        all.add(hypothesis.without(span));
      }
    }
    for (ExpectedSpan line : lines) {
      if (alignment.isPaired(line) && !hypothesis.saysOf(line)) {
        all.add(hypothesis.without(line));
      }
    }
    return all;
  }

  private static boolean isAboutPlace(Finding finding) {
    return PLACES.contains(finding.kind());
  }

  /** What has no partner, then what the findings are about, then what is near. */
  private void near(
      Alignment alignment, List<Finding> findings, Set<ExpectedSpan> lines, Set<SpanNode> spans) {
    recording.spans().stream()
        .filter(span -> !alignment.isPaired(span))
        .limit(MOST)
        .forEach(spans::add);
    tree.spans().stream().filter(line -> !alignment.isPaired(line)).limit(MOST).forEach(lines::add);
    for (Finding finding : findings) {
      if (finding.span() != null && isAboutPlace(finding)) {
        spans.add(finding.span());
      }
    }
    widen(alignment, lines, spans);
    lines.addAll(tree.roots());
    spans.addAll(recording.roots());
    widen(alignment, lines, spans);
    cut(lines);
    cut(spans);
  }

  /** Adds partners, parents and children. */
  private static void widen(Alignment alignment, Set<ExpectedSpan> lines, Set<SpanNode> spans) {
    for (SpanNode span : List.copyOf(spans)) {
      ExpectedSpan line = alignment.expectedOf(span);
      if (line != null) {
        lines.add(line);
      }
      SpanNode parent = span.parent();
      if (parent != null) {
        spans.add(parent);
      }
      spans.addAll(span.children().subList(0, Math.min(MOST, span.children().size())));
    }
    for (ExpectedSpan line : List.copyOf(lines)) {
      spans.addAll(alignment.actualOf(line).stream().limit(MOST).toList());
      ExpectedSpan parent = line.parent();
      if (parent != null) {
        lines.add(parent);
      }
      lines.addAll(line.children().subList(0, Math.min(MOST, line.children().size())));
    }
  }

  private static void cut(Set<?> set) {
    Object[] all = set.toArray();
    for (int i = MOST; i < all.length; i++) {
      set.remove(all[i]);
    }
  }

  private boolean mayBe(ExpectedSpan line, SpanNode span, Alignment alignment) {
    return line.line().name().acceptsText(span.name())
        || mayBeRenamed(line, span)
            && (resemblance.isEnough(line, span) || isFreeCopy(line, span, alignment));
  }

  /** A surplus copy may be another span that got the name by mistake, where nothing speaks against. */
  private boolean isFreeCopy(ExpectedSpan line, SpanNode span, Alignment alignment) {
    return alignment.copyOf(span) != null && resemblance.differences(line, span) == 0;
  }

  /** A name that is there often enough was not renamed, nor is one new that was expected so often. */
  private boolean mayBeRenamed(ExpectedSpan line, SpanNode span) {
    if (lacking.isEmpty()) {
      countNames();
    }
    String name = line.line().name().literalText();
    return name != null
        && lacking.getOrDefault(name, 0) > 0
        && lacking.getOrDefault(span.name(), 0) < 0;
  }

  private void countNames() {
    Map<ExpectedSpan, Integer> counts = new HashMap<>();
    for (ExpectedSpan line : tree.spans()) {
      ExpectedSpan parent = line.parent();
      long above = parent == null ? 1 : counts.getOrDefault(parent, 1);
      int count = (int) Math.min(MANY, above * Math.max(1, line.multiplicity().least()));
      counts.put(line, count);
      lacking.merge(line.line().name().literalText(), count, Integer::sum);
    }
    recording.spans().forEach(span -> lacking.merge(span.name(), -1, Integer::sum));
  }
}
