package io.spantree.golden;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A few small traces with few names, so that siblings are often equal, and random changes to them. */
final class RandomRecording {
  private static final List<String> NAMES = List.of("a", "b", "c", "GET x", "d");
  private static final List<String> KEYS = List.of("k", "l", "m");

  private final Random random;
  private final boolean twins;
  private final List<List<TestSpan>> traces = new ArrayList<>();

  /**
   * @param twins whether siblings of one name may differ, and links point to one of several alike
   */
  RandomRecording(Random random, boolean twins) {
    this.random = random;
    this.twins = twins;
    int count = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
    for (int i = 0; i < count; i++) {
      traces.add(new ArrayList<>(List.of(named(span(3), "root" + i))));
    }
    if (random.nextInt(4) == 0) {
      TestSpan root = named(span(2), "other");
      root.above = TestSpan.Above.values()[random.nextInt(3)];
      pick(traces).add(root);
    }
    if (twins && random.nextInt(2) == 0) {
      addLinks();
    }
  }

  private RandomRecording(Random random, boolean twins, List<List<TestSpan>> traces) {
    this.random = random;
    this.twins = twins;
    this.traces.addAll(traces);
  }

  Recording record() {
    return TestSpan.record(traces);
  }

  List<TestSpan> all() {
    List<TestSpan> all = new ArrayList<>();
    traces.forEach(trace -> trace.forEach(root -> all.addAll(root.all())));
    return all;
  }

  /** The same trees, made of spans of their own. */
  RandomRecording copy() {
    Map<TestSpan, TestSpan> copyOf = new IdentityHashMap<>();
    List<List<TestSpan>> copies = new ArrayList<>();
    for (List<TestSpan> trace : traces) {
      List<TestSpan> roots = new ArrayList<>(trace.stream().map(TestSpan::copy).toList());
      for (int i = 0; i < roots.size(); i++) {
        List<TestSpan> from = trace.get(i).all();
        List<TestSpan> to = roots.get(i).all();
        for (int j = 0; j < from.size(); j++) {
          copyOf.put(from.get(j), to.get(j));
        }
      }
      copies.add(roots);
    }
    RandomRecording copy = new RandomRecording(random, twins, copies);
    copy.all().forEach(span -> span.links.replaceAll(link -> copyOf.getOrDefault(link, link)));
    return copy;
  }

  private TestSpan named(TestSpan span, String name) {
    span.name = twins ? span.name : name;
    return span;
  }

  private TestSpan span(int levels) {
    TestSpan span = new TestSpan(pick(NAMES));
    span.kind = random.nextInt(3) == 0 ? SpanKind.CLIENT : SpanKind.INTERNAL;
    span.status = random.nextInt(4) == 0 ? TestSpan.error(pick(NAMES)) : StatusData.unset();
    for (int i = random.nextInt(3); i > 0; i--) {
      span.attributes.put(pick(KEYS), (long) random.nextInt(2));
    }
    for (int i = random.nextInt(4) == 0 ? random.nextInt(4) : 0; i > 0; i--) {
      span.events.add(new TestSpan.Event(pick(NAMES), random.nextInt(2)));
    }
    for (int i = levels == 0 ? 0 : random.nextInt(4); i > 0; i--) {
      TestSpan child = span(levels - 1);
      named(child, child.name + i);
      for (int copies = twins && random.nextInt(4) == 0 ? 3 : 1; copies > 0; copies--) {
        span.children.add(child.copy());
      }
    }
    return span;
  }

  private void relink() {
    if (twins) {
      addLinks();
    }
  }

  private void addLinks() {
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      TestSpan target = random.nextInt(5) == 0 ? new TestSpan("elsewhere") : pick(all());
      pick(all()).links.add(target);
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  void mutate() {
    TestSpan span = pick(all());
    switch (random.nextInt(13)) {
      case 0 -> span.name = random.nextBoolean() ? pick(NAMES) : "renamed";
      case 1 -> span.attributes.put(pick(KEYS), (long) random.nextInt(5));
      case 2 -> span.attributes.clear();
      case 3 -> span.status = random.nextBoolean() ? StatusData.ok() : TestSpan.error("boom");
      case 4 -> span.kind = SpanKind.values()[random.nextInt(5)];
      case 5 -> span.events.add(random.nextInt(span.events.size() + 1), new TestSpan.Event("b", 7));
      case 6 -> span.events.clear();
      case 7 -> span.children.add(random.nextInt(span.children.size() + 1), span(1));
      case 8 -> remove(span);
      case 9 -> move(span);
      case 10 -> wrap(span);
      case 11 -> relink();
      default -> repeatOrAddTrace(span);
    }
  }

  /** One value becomes another that no recording has by itself; false when there is no attribute. */
  boolean changeOneValue() {
    List<TestSpan> with =
        all().stream().filter(span -> !span.attributes.isEmpty()).toList();
    if (!with.isEmpty()) {
      TestSpan span = pick(with);
      span.attributes.put(pick(List.copyOf(span.attributes.keySet())), 42L);
    }
    return !with.isEmpty();
  }

  private List<TestSpan> siblings(TestSpan span) {
    List<List<TestSpan>> all = new ArrayList<>(traces);
    all().forEach(each -> all.add(each.children));
    return all.stream().filter(list -> list.contains(span)).findFirst().orElseThrow();
  }

  private void remove(TestSpan span) {
    List<TestSpan> siblings = siblings(span);
    int at = siblings.indexOf(span);
    siblings.remove(at);
    if (random.nextBoolean()) {
      siblings.addAll(at, span.children);
    }
    traces.removeIf(List::isEmpty);
    if (traces.isEmpty()) {
      traces.add(new ArrayList<>(List.of(span(1))));
    }
  }

  private void move(TestSpan span) {
    List<TestSpan> from = siblings(span);
    List<TestSpan> others =
        all().stream().filter(other -> !span.all().contains(other)).toList();
    if (random.nextInt(3) == 0) {
      traces.add(new ArrayList<>(List.of(span)));
      from.remove(span);
    } else if (!others.isEmpty()) {
      from.remove(span);
      pick(others).children.add(0, span);
    }
    traces.removeIf(List::isEmpty);
  }

  private void wrap(TestSpan span) {
    TestSpan wrapper = new TestSpan("wrapper");
    wrapper.children.addAll(span.children);
    span.children.clear();
    span.children.add(wrapper);
  }

  private void repeatOrAddTrace(TestSpan span) {
    if (random.nextInt(3) == 0) {
      traces.add(random.nextInt(traces.size() + 1), new ArrayList<>(List.of(span(2))));
      return;
    }
    List<TestSpan> siblings = siblings(span);
    for (int i = twins || span.children.isEmpty() ? random.nextInt(3) : -1; i >= 0; i--) {
      TestSpan copy = span.copy();
      if (random.nextBoolean()) {
        copy.attributes.replaceAll((key, value) -> (long) random.nextInt(9));
      }
      siblings.add(copy);
    }
  }
}
