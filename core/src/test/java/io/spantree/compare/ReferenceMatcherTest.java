package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.AttributeValue;
import io.spantree.model.Recording;
import io.spantree.model.SpanAttributes;
import io.spantree.model.SpanNode;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The verdict in closed mode is that of a matcher which tries everything and knows no shortcut. */
class ReferenceMatcherTest {
  private static final List<String> COUNTS = List.of(" x0..1", " x2", " x1..", " x0..", " x1..2");

  private final List<Tree> trees = new ArrayList<>();
  private Random random = new Random(0);

  @Test
  void the_verdict_is_that_of_a_search_through_all_pairings() {
    SmallTrees.each(3, 2, trees::add);
    SmallTrees.each(4, 1, trees::add);
    verdicts(200, 1);
  }

  @Test
  @Tag("proof")
  void the_verdict_is_that_of_a_search_through_all_pairings_twenty_thousand_times() {
    SmallTrees.each(3, 4, trees::add);
    SmallTrees.each(4, 2, trees::add);
    SmallTrees.each(5, 1, trees::add);
    verdicts(20_000, 2);
  }

  private void verdicts(int cases, long seed) {
    random = new Random(seed);
    int matching = 0;
    for (int i = 0; i < cases; i++) {
      Tree tree = trees.get(random.nextInt(trees.size()));
      Recording recording = recorded(changed(tree).outline());
      Outline outline = Outline.parse(loose(tree).outline());
      boolean expected = matches(ExpectedTree.of(outline).roots(), recording.roots());
      Comparison comparison = Comparison.of(outline, recording, Mode.CLOSED);
      if (comparison.matches() != expected) {
        throw new AssertionError("a search through all pairings says " + expected + "\n"
            + outline.print() + "recorded\n" + recording.roots() + comparison.findings());
      }
      matching += expected ? 1 : 0;
    }
    System.out.println("reference matcher: " + cases + " cases, " + matching + " matching");
    assertThat(matching).isBetween(cases / 10, cases * 9 / 10);
  }

  private Tree changed(Tree tree) {
    Tree changed = tree;
    for (int i = random.nextInt(3); i > 0; i--) {
      List<Mutation> all = Mutation.ofPlaces(changed);
      changed = all.get(random.nextInt(all.size())).changed();
    }
    return changed;
  }

  private Tree loose(Tree tree) {
    Tree loose = tree.copy();
    boolean names = random.nextBoolean(); // a literal name that may be there goes before a matcher
    for (Tree span : loose.spans()) {
      if (names && random.nextInt(3) == 0) {
        span.name = List.of("<any>", "</[ab]/>").get(random.nextInt(2));
      }
      if (!names && random.nextInt(3) == 0) {
        span.modifiers = COUNTS.get(random.nextInt(COUNTS.size()));
      }
      span.parts.replaceAll(part -> switch (random.nextInt(4)) {
        case 0 -> "k = <any>";
        case 1 -> "k = <oneof 1 \"1\">";
        default -> part;
      });
    }
    return loose;
  }

  /** Whether each span has a line and each line as many spans as it says. */
  private static boolean matches(List<ExpectedSpan> lines, List<SpanNode> spans) {
    return assign(lines, new int[lines.size()], spans, 0);
  }

  private static boolean assign(
      List<ExpectedSpan> lines, int[] counts, List<SpanNode> spans, int at) {
    if (at == spans.size()) {
      for (int i = 0; i < counts.length; i++) {
        if (!lines.get(i).multiplicity().allows(counts[i])) {
          return false;
        }
      }
      return true;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i]++;
      boolean fits = describes(lines.get(i), spans.get(at)) && assign(lines, counts, spans, at + 1);
      counts[i]--;
      if (fits) {
        return true;
      }
    }
    return false;
  }

  private static boolean describes(ExpectedSpan line, SpanNode span) {
    Map<String, AttributeValue> attributes = SpanAttributes.of(span.data().getAttributes());
    boolean same = line.line().name().acceptsText(span.name())
        && span.position() != SpanNode.Position.ORPHAN
        && span.position() != SpanNode.Position.REMOTE_CHILD
        && !span.hasLostContext()
        && attributes.size() == line.line().attributes().size();
    for (AttributeLine attribute : line.line().attributes()) {
      AttributeValue value = attributes.get(attribute.key());
      same &= value != null && attribute.value().accepts(value);
    }
    return same && matches(line.children(), span.children());
  }
}
