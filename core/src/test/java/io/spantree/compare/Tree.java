package io.spantree.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A span tree that a test can enumerate and change, written in the notation. */
final class Tree {
  /** What a span loses that was torn off and then hung under another one. */
  private static final Pattern OF_ROOTS = Pattern.compile(" (orphan|lost|parent=<remote>)");

  String name;
  String modifiers = "";
  final List<String> parts = new ArrayList<>();
  final List<Tree> children = new ArrayList<>();

  @Nullable
  Tree parent;

  Tree(String name) {
    this.name = name;
  }

  /** A root that is only a holder for the trees of the forest. */
  static Tree forest(Tree... roots) {
    Tree forest = new Tree("");
    for (Tree root : roots) {
      forest.add(root);
    }
    return forest;
  }

  void add(Tree child) {
    children.add(child);
    child.parent = this;
  }

  void addAt(int index, Tree child) {
    children.add(index, child);
    child.parent = this;
  }

  void remove() {
    parent.children.remove(this);
    parent = null;
  }

  int position() {
    return parent.children.indexOf(this);
  }

  Tree copy() {
    Tree copy = new Tree(name);
    copy.modifiers = modifiers;
    copy.parts.addAll(parts);
    children.forEach(child -> copy.add(child.copy()));
    return copy;
  }

  /** All spans, parents first; the holder of the forest left out. */
  List<Tree> spans() {
    List<Tree> spans = new ArrayList<>(children);
    for (int i = 0; i < spans.size(); i++) {
      spans.addAll(spans.get(i).children);
    }
    return spans;
  }

  boolean isUnder(Tree other) {
    for (Tree at = this; at != null; at = at.parent) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  String outline() {
    StringBuilder text = new StringBuilder();
    children.forEach(root -> root.print(text, 0));
    return text.toString();
  }

  /** The same for trees that differ only in the order of siblings. */
  String sorted() {
    List<String> below = new ArrayList<>();
    children.forEach(child -> below.add(child.sorted()));
    Collections.sort(below);
    return name + modifiers + parts + below;
  }

  private void print(StringBuilder text, int depth) {
    text.append("span ").append(">".repeat(depth)).append(' ').append(name);
    text.append(depth == 0 ? modifiers : OF_ROOTS.matcher(modifiers).replaceAll(""))
        .append('\n');
    parts.forEach(part -> text.append("  ").append(part).append('\n'));
    children.forEach(child -> child.print(text, depth + 1));
  }

  /** Every forest shape of so many spans, all named by the number of the span in print order. */
  static List<Tree> shapes(int spans, boolean severalRoots) {
    List<Tree> shapes = new ArrayList<>();
    grow(new int[spans], 0, severalRoots, shapes);
    return shapes;
  }

  private static void grow(int[] depths, int at, boolean severalRoots, List<Tree> shapes) {
    if (at == depths.length) {
      shapes.add(ofDepths(depths));
      return;
    }
    int deepest = at == 0 ? 0 : depths[at - 1] + 1;
    for (int depth = at == 0 || severalRoots ? 0 : 1; depth <= deepest; depth++) {
      depths[at] = depth;
      grow(depths, at + 1, severalRoots, shapes);
    }
  }

  private static Tree ofDepths(int[] depths) {
    List<Tree> above = new ArrayList<>(List.of(forest()));
    for (int i = 0; i < depths.length; i++) {
      while (above.size() > depths[i] + 1) {
        above.remove(above.size() - 1);
      }
      Tree span = new Tree("s" + i);
      above.get(above.size() - 1).add(span);
      above.add(span);
    }
    return above.get(0);
  }

  /** Calls the test with this forest under every order of its siblings. */
  void permutations(Consumer<Tree> test) {
    List<Tree> holders = new ArrayList<>(spans());
    holders.add(0, this);
    permute(holders, 0, test);
  }

  private void permute(List<Tree> holders, int at, Consumer<Tree> test) {
    if (at == holders.size()) {
      test.accept(this);
    } else {
      permute(holders.get(at).children, 0, () -> permute(holders, at + 1, test));
    }
  }

  private static void permute(List<Tree> siblings, int from, Runnable then) {
    if (from >= siblings.size() - 1) {
      then.run();
      return;
    }
    for (int i = from; i < siblings.size(); i++) {
      Collections.swap(siblings, from, i);
      permute(siblings, from + 1, then);
      Collections.swap(siblings, from, i);
    }
  }

  @Override
  public String toString() {
    return outline();
  }
}
