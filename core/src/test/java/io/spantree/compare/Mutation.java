package io.spantree.compare;

import io.spantree.model.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One change to one span of a tree.
 *
 * @param original the tree before the change
 * @param kind the finding that it is to yield, where nothing else can explain it
 * @param changed the tree after the change
 */
record Mutation(Tree original, FindingKind kind, Tree changed) {
  /** Every change of the place, the name or the number of a span. */
  static List<Mutation> ofPlaces(Tree tree) {
    List<Mutation> all = new ArrayList<>();
    for (int i = 0; i < tree.spans().size(); i++) {
      new Places(tree, i, all).add();
    }
    return all;
  }

  /** Every change of the attribute {@code k} of a span. */
  static List<Mutation> ofAttributes(Tree tree) {
    List<Mutation> all = new ArrayList<>();
    for (int i = 0; i < tree.spans().size(); i++) {
      String value = tree.spans().get(i).parts.get(0).substring("k = ".length());
      String plain = value.replace("\"", "");
      boolean text = value.startsWith("\"");
      String other = plain.equals("1") ? "2" : "1";
      change(tree, i, FindingKind.ATTRIBUTE_MISSING, all, span -> span.parts.remove(0));
      change(tree, i, FindingKind.ATTRIBUTE_UNEXPECTED, all, span -> span.parts.add("m = 1"));
      for (FindingKind kind : List.of(FindingKind.ATTRIBUTE_VALUE, FindingKind.ATTRIBUTE_TYPE)) {
        boolean changed = kind == FindingKind.ATTRIBUTE_VALUE;
        String now = changed ? other : plain;
        String quoted = text == changed ? "\"" + now + "\"" : now;
        change(tree, i, kind, all, span -> span.parts.set(0, "k = " + quoted));
      }
    }
    return all;
  }

  /** Every change of kind, status, events and links, to spans that have two events and a link. */
  static List<Mutation> ofParts(Tree plain) {
    Tree tree = plain.copy();
    List<Tree> spans = tree.spans();
    for (Tree span : spans) {
      span.modifiers = " &" + (1 + spans.indexOf(span));
      span.parts.addAll(List.of("event x", "event y", "  . n = 1"));
    }
    spans.get(spans.size() - 1).parts.add("link *1");
    List<Mutation> all = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      change(tree, i, FindingKind.KIND, all, span -> span.modifiers = " CLIENT" + span.modifiers);
      change(tree, i, FindingKind.STATUS, all, span -> span.modifiers = " OK" + span.modifiers);
      change(tree, i, FindingKind.EVENT_MISSING, all, span -> span.parts.remove("event x"));
      change(tree, i, FindingKind.EVENT_UNEXPECTED, all, span -> {
        span.parts.add(span.parts.indexOf("event x"), "event z");
      });
      change(tree, i, FindingKind.EVENT_ORDER, all, span -> {
        int first = span.parts.indexOf("event x");
        span.parts.remove(first);
        span.parts.add(first + 2, "event x");
      });
      change(tree, i, FindingKind.ATTRIBUTE_VALUE, all, replace("  . n = 1", "  . n = 2"));
      change(tree, i, FindingKind.LINK_UNEXPECTED, all, span -> span.parts.add("link *1"));
    }
    int last = spans.size() - 1;
    change(tree, last, FindingKind.LINK_MISSING, all, span -> span.parts.remove("link *1"));
    for (int to = 2; to <= spans.size(); to++) {
      change(tree, last, FindingKind.LINK_TARGET, all, replace("link *1", "link *" + to));
    }
    change(tree, last, FindingKind.LINK_TARGET, all, replace("link *1", "link <external>"));
    return all;
  }

  private static Consumer<Tree> replace(String before, String after) {
    return span -> span.parts.replaceAll(part -> part.equals(before) ? after : part);
  }

  private static void change(
      Tree tree, int i, FindingKind kind, List<Mutation> all, Consumer<Tree> change) {
    change(tree, i, kind, all, (copy, span) -> change.accept(span));
  }

  private static void change(
      Tree tree, int i, FindingKind kind, List<Mutation> all, BiConsumer<Tree, Tree> change) {
    Tree copy = tree.copy();
    change.accept(copy, copy.spans().get(i));
    all.add(new Mutation(tree, kind, copy));
  }

  private record Places(Tree tree, int i, List<Mutation> all) {
    void add() {
      for (String name : List.of("a", "b", "c", "d")) {
        if (!name.equals(span().name)) {
          change(FindingKind.RENAMED, (copy, span) -> span.name = name);
        }
        change(FindingKind.UNEXPECTED, (copy, span) -> span.add(like(span, name)));
        wrap(name);
      }
      change(FindingKind.COUNT, (copy, span) -> span.parent.add(span.copy()));
      change(FindingKind.COUNT, (copy, span) -> {
        for (int n = 0; n < 3; n++) {
          span.parent.add(span.copy());
        }
      });
      if (span().parent != tree) {
        move();
      }
    }

    private Tree span() {
      return tree.spans().get(i);
    }

    private static Tree like(Tree span, String name) {
      Tree other = new Tree(name);
      other.parts.addAll(span.parts);
      return other;
    }

    private void wrap(String name) {
      change(FindingKind.WRAPPED, (copy, span) -> {
        Tree wrapper = like(span, name);
        span.parent.addAt(span.position(), wrapper);
        span.remove();
        wrapper.add(span);
      });
      if (span().children.size() > 1) {
        change(FindingKind.WRAPPED, (copy, span) -> {
          Tree wrapper = like(span, name);
          for (Tree child : List.copyOf(span.children)) {
            child.remove();
            wrapper.add(child);
          }
          span.add(wrapper);
        });
      }
    }

    private void move() {
      change(FindingKind.MISSING, (copy, span) -> span.remove());
      for (int to = 0; to < tree.spans().size(); to++) {
        int target = to;
        Tree under = tree.spans().get(to);
        if (span().parent != under && !under.isUnder(span())) {
          change(FindingKind.MOVED, (copy, span) -> {
            Tree parent = copy.spans().get(target);
            span.remove();
            parent.add(span);
          });
        }
      }
      if (!span().children.isEmpty()) {
        change(FindingKind.UNWRAPPED, (copy, span) -> {
          Tree parent = span.parent;
          span.remove();
          List.copyOf(span.children).forEach(parent::add);
        });
      }
      tear(FindingKind.ORPHANED, " orphan");
      tear(FindingKind.LOST_CONTEXT, " lost");
      tear(FindingKind.REMOTE_PARENT, " parent=<remote>");
      tear(FindingKind.NEW_ROOT, "");
    }

    private void tear(FindingKind kind, String state) {
      change(kind, (copy, span) -> {
        span.remove();
        copy.add(span);
        span.modifiers += state;
      });
    }

    private void change(FindingKind kind, BiConsumer<Tree, Tree> change) {
      Mutation.change(tree, i, kind, all, change);
    }
  }
}
