package io.spantree.compare;

import static io.spantree.fixture.Recordings.recorded;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.outline.Outline;
import io.spantree.outline.RecordedOutline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One cause, one finding: every single change to every small tree whose names all differ. */
class SingleMutationTest {
  private final Map<FindingKind, Integer> cases = new EnumMap<>(FindingKind.class);
  private final List<String> wrong = new ArrayList<>();

  @Test
  void every_single_change_to_up_to_4_spans_yields_one_finding_of_its_kind() {
    changes(4);
  }

  @Test
  @Tag("proof")
  void every_single_change_to_5_and_6_spans_yields_one_finding_of_its_kind() {
    changes(6);
  }

  @Test
  void every_change_of_a_link_between_up_to_3_spans_yields_one_finding_of_its_kind() {
    changesOfLinks(3);
  }

  @Test
  @Tag("proof")
  void every_change_of_a_link_between_up_to_6_spans_yields_one_finding_of_its_kind() {
    changesOfLinks(6);
  }

  private void changesOfLinks(int most) {
    for (int spans = 1; spans <= most; spans++) {
      for (Tree shape : Tree.shapes(spans, false)) {
        for (int i = 0; i < spans; i++) {
          links(shape, i);
        }
      }
    }
    report(most);
  }

  private void changes(int most) {
    for (int spans = 1; spans <= most; spans++) {
      for (Tree shape : Tree.shapes(spans, false)) {
        for (boolean described : new boolean[] {true, false}) {
          all(described ? described(shape) : shape);
        }
      }
    }
    report(most);
  }

  private void report(int most) {
    System.out.println("single changes, up to " + most + " spans: "
        + cases.values().stream().mapToInt(Integer::intValue).sum() + " cases " + cases);
    if (!wrong.isEmpty()) {
      throw new AssertionError(wrong.size() + " wrong\n"
          + String.join("\n", wrong.subList(0, Math.min(12, wrong.size()))));
    }
  }

  private static Tree described(Tree shape) {
    Tree tree = shape.copy();
    int i = 0;
    for (Tree span : tree.spans()) {
      span.modifiers = i % 2 == 0 ? " SERVER OK" : "";
      span.parts.add("k" + i + " = " + i);
      span.parts.add("text = \"x\"");
      span.parts.add("event first");
      span.parts.add("event second");
      span.parts.add("  . n = 1");
      i++;
    }
    return tree;
  }

  private void all(Tree tree) {
    for (int i = 0; i < tree.spans().size(); i++) {
      int span = i;
      each(tree, span);
      place(tree, span);
      if (!tree.spans().get(0).parts.isEmpty()) {
        parts(tree, span);
      }
    }
  }

  private void each(Tree tree, int i) {
    boolean described = !tree.spans().get(i).parts.isEmpty();
    boolean leaf = tree.spans().get(i).children.isEmpty();
    // in open mode a line with nothing but a name resembles nothing
    FindingKind renamed = described || !leaf ? FindingKind.RENAMED : FindingKind.MISSING;
    change(tree, i, FindingKind.RENAMED, renamed, span -> span.name = "other");
    if (tree.spans().size() > 1) {
      change(tree, i, FindingKind.MISSING, FindingKind.MISSING, Tree::remove);
    }
    change(tree, i, FindingKind.COUNT, FindingKind.COUNT, span -> span.parent.add(span.copy()));
    change(tree, i, FindingKind.COUNT, FindingKind.COUNT, span -> {
      for (int copy = 0; copy < 100; copy++) {
        span.parent.add(span.copy());
      }
    });
    change(tree, i, FindingKind.UNEXPECTED, null, span -> span.add(new Tree("other")));
    change(tree, i, FindingKind.UNEXPECTED, null, span -> {
      Tree other = new Tree("other");
      other.add(new Tree("below"));
      span.addAt(0, other);
    });
    change(
        tree,
        i,
        FindingKind.STATUS,
        described && i % 2 == 0 ? FindingKind.STATUS : null,
        span -> span.modifiers = span.modifiers.replace(" OK", "") + " ERROR \"boom\"");
    change(
        tree,
        i,
        FindingKind.KIND,
        described && i % 2 == 0 ? FindingKind.KIND : null,
        span -> span.modifiers = " CLIENT" + span.modifiers.replace(" SERVER", ""));
    change(tree, i, FindingKind.OPEN_SPAN, null, span -> span.modifiers += " open");
  }

  private void place(Tree tree, int i) {
    boolean root = tree.spans().get(i).parent == tree;
    wrap(tree, i, root);
    torn(tree, i, root);
    if (root) {
      return;
    }
    int spans = tree.spans().size();
    for (int j = 0; j < spans; j++) {
      Tree to = tree.spans().get(j);
      Tree from = tree.spans().get(i);
      if (from != to && from.parent != to && !to.isUnder(from)) {
        int target = j;
        change(tree, i, FindingKind.MOVED, FindingKind.MOVED, (copy, span) -> {
          Tree under = copy.spans().get(target);
          span.remove();
          under.add(span);
        });
      }
    }
    if (!tree.spans().get(i).children.isEmpty()) {
      change(tree, i, FindingKind.UNWRAPPED, FindingKind.UNWRAPPED, span -> unwrap(span));
    }
  }

  private static void unwrap(Tree span) {
    Tree parent = span.parent;
    int at = span.position();
    span.remove();
    for (Tree child : List.copyOf(span.children)) {
      parent.addAt(at++, child);
    }
  }

  private void wrap(Tree tree, int i, boolean root) {
    FindingKind open = root ? null : FindingKind.WRAPPED; // a root line may match at any depth
    change(tree, i, FindingKind.WRAPPED, open, span -> {
      Tree wrapper = new Tree("wrapper");
      span.parent.addAt(span.position(), wrapper);
      span.remove();
      wrapper.add(span);
    });
    if (tree.spans().get(i).children.size() > 1) {
      change(tree, i, FindingKind.WRAPPED, FindingKind.WRAPPED, span -> {
        Tree wrapper = new Tree("wrapper");
        List.copyOf(span.children).forEach(child -> {
          child.remove();
          wrapper.add(child);
        });
        span.add(wrapper);
      });
    }
  }

  private void torn(Tree tree, int i, boolean root) {
    Map<String, FindingKind> states = Map.of(
        " orphan", FindingKind.ORPHANED,
        " lost", FindingKind.LOST_CONTEXT,
        " parent=<remote>", FindingKind.REMOTE_PARENT);
    states.forEach((state, kind) -> change(tree, i, kind, root ? null : kind, (copy, span) -> {
      span.remove();
      copy.add(span);
      span.modifiers += state;
    }));
    if (!root) {
      change(tree, i, FindingKind.NEW_ROOT, FindingKind.NEW_ROOT, (copy, span) -> {
        span.remove();
        copy.add(span);
      });
    }
  }

  private void parts(Tree tree, int i) {
    change(tree, i, FindingKind.ATTRIBUTE_MISSING, span -> span.parts.remove("text = \"x\""));
    change(tree, i, FindingKind.ATTRIBUTE_VALUE, part("text = \"x\"", "text = \"y\""));
    change(tree, i, FindingKind.ATTRIBUTE_TYPE, part("text = \"x\"", "text = 1"));
    change(tree, i, FindingKind.ATTRIBUTE_UNEXPECTED, null, span -> span.parts.add(0, "new = 1"));
    change(tree, i, FindingKind.EVENT_MISSING, span -> span.parts.remove("event first"));
    change(tree, i, FindingKind.EVENT_UNEXPECTED, null, span -> span.parts.add("event third"));
    change(tree, i, FindingKind.EVENT_ORDER, span -> {
      span.parts.remove("event first");
      span.parts.add("event first");
    });
    change(tree, i, FindingKind.ATTRIBUTE_VALUE, part("  . n = 1", "  . n = 2"));
    change(tree, i, FindingKind.ATTRIBUTE_MISSING, span -> span.parts.remove("  . n = 1"));
    change(tree, i, FindingKind.ATTRIBUTE_UNEXPECTED, null, span -> span.parts.add("  . m = 2"));
    change(tree, i, FindingKind.LINK_UNEXPECTED, null, span -> span.parts.add("link <external>"));
  }

  private void links(Tree plain, int i) {
    int spans = plain.spans().size();
    for (int target = 1; target <= spans; target++) {
      Tree tree = plain.copy();
      int label = 0;
      for (Tree span : tree.spans()) {
        span.modifiers += " &" + ++label;
      }
      String link = "link *" + target;
      tree.spans().get(i).parts.add(link);
      change(tree, i, FindingKind.LINK_MISSING, span -> span.parts.remove(link));
      change(tree, i, FindingKind.LINK_TARGET, part(link, "link <external>"));
      change(tree, i, FindingKind.LINK_UNEXPECTED, null, span -> span.parts.add(link));
      for (int other = 1; other <= spans; other++) {
        if (other != target) {
          change(tree, i, FindingKind.LINK_TARGET, part(link, "link *" + other));
        }
      }
    }
  }

  private static java.util.function.Consumer<Tree> part(String before, String after) {
    return span -> span.parts.replaceAll(part -> part.equals(before) ? after : part);
  }

  private void change(
      Tree tree, int i, FindingKind kind, java.util.function.Consumer<Tree> change) {
    change(tree, i, kind, kind, change);
  }

  private void change(
      Tree tree,
      int i,
      FindingKind closed,
      FindingKind open,
      java.util.function.Consumer<Tree> change) {
    change(tree, i, closed, open, (copy, span) -> change.accept(span));
  }

  private void change(
      Tree tree, int i, FindingKind closed, FindingKind open, BiConsumer<Tree, Tree> change) {
    Tree changed = tree.copy();
    change.accept(changed, changed.spans().get(i));
    Outline own = RecordedOutline.of(recorded(tree.outline()));
    compare(own, changed, Mode.CLOSED, closed);
    compare(own, changed, Mode.OPEN, open);
  }

  private void compare(Outline outline, Tree changed, Mode mode, FindingKind expected) {
    Function<Comparison, List<Finding>> findings = Comparison::findings;
    List<Finding> found = findings.apply(Comparison.of(outline, recorded(changed.outline()), mode));
    List<FindingKind> kinds = found.stream().map(Finding::kind).toList();
    List<FindingKind> wanted = expected == null ? List.of() : List.of(expected);
    if (expected != null) {
      cases.merge(expected, 1, Integer::sum);
    }
    if (!kinds.equals(wanted)) {
      wrong.add("--- " + mode + ": expected " + wanted + ", found " + kinds + "\n" + outline.print()
          + "recorded\n" + changed.outline() + found);
    }
  }
}
