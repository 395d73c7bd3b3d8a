package io.spantree.compare;

import io.opentelemetry.sdk.trace.data.EventData;
import io.spantree.compare.Differences.Side;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanAttributes;
import io.spantree.outline.EventLine;
import io.spantree.outline.Notation;
import io.spantree.outline.OpenPart;
import io.spantree.outline.SpanLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pairs the events of a span with the lines that describe them, each with the most similar one. */
final class EventComparator {
  private static final int NONE = PartPairer.NONE;

  private final SpanComparator spans;
  private final Mode mode;

  EventComparator(SpanComparator spans, Mode mode) {
    this.spans = spans;
    this.mode = mode;
  }

  void compare(SpanLine line, List<EventData> actual, Differences differences) {
    List<EventLine> expected = line.events();
    if (expected.isEmpty() && actual.isEmpty()) {
      return;
    }
    int[] pairs = PartPairer.pair(
        expected.size(), actual.size(), new Candidates(expected, actual, spans, mode), differences);
    for (int i = 0; i < expected.size(); i++) {
      compare(expected.get(i), pairs[i] == NONE ? null : actual.get(pairs[i]), differences);
    }
    if (mode == Mode.CLOSED && !line.open().contains(OpenPart.EVENTS)) {
      unexpected(pairs, actual, differences);
    }
    order(pairs, actual, differences);
  }

  private void compare(EventLine expected, @Nullable EventData actual, Differences differences) {
    if (actual == null) {
      String line = "event " + Notation.name(expected.name());
      differences.add(FindingKind.EVENT_MISSING, new Part(line, null), Side.of(line), Side.NOTHING);
      return;
    }
    boolean more = mode == Mode.OPEN || expected.moreAttributes();
    String owner = "event " + Notation.name(actual.getName());
    spans.attributes(
        owner, expected.attributes(), SpanAttributes.of(actual.getAttributes()), more, differences);
  }

  /** Which line may mean which event, and what tells them apart. */
  private record Candidates(
      List<EventLine> expected, List<EventData> actual, SpanComparator spans, Mode mode)
      implements PartPairer.Candidates {
    @Override
    public boolean accepts(int row, int column) {
      return expected.get(row).name().acceptsText(actual.get(column).getName());
    }

    @Override
    public int differences(int row, int column) {
      Differences.Counter counter = new Differences.Counter();
      new EventComparator(spans.guess(), mode)
          .compare(expected.get(row), actual.get(column), counter);
      return counter.count();
    }

    @Override
    public boolean isMatcher(int row) {
      return expected.get(row).name().literalText() == null;
    }

    @Override
    public boolean areOrdered() {
      return true;
    }
  }

  private static void unexpected(int[] pairs, List<EventData> actual, Differences differences) {
    boolean[] used = new boolean[actual.size()];
    for (int pair : pairs) {
      if (pair != NONE) {
        used[pair] = true;
      }
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        String line = "event " + Notation.name(actual.get(i).getName());
        differences.add(
            FindingKind.EVENT_UNEXPECTED, new Part(line, null), Side.NOTHING, Side.of(line));
      }
    }
  }

  private static void order(int[] pairs, List<EventData> actual, Differences differences) {
    List<Integer> present =
        Arrays.stream(pairs).filter(pair -> pair != NONE).boxed().toList();
    List<Integer> sorted = present.stream().sorted().toList();
    if (!present.equals(sorted)) {
      Map<Integer, Integer> positions = new HashMap<>();
      present.forEach(event -> positions.put(event, positions.size()));
      Supplier<ToldApart.Orders> orders = () -> ToldApart.orders(
          present.stream().map(i -> Notation.name(actual.get(i).getName())).toList(),
          sorted.stream().map(positions::get).toList(),
          position -> Traits.of(actual.get(present.get(position)).getAttributes()));
      differences.add(
          FindingKind.EVENT_ORDER,
          Part.WHOLE,
          () -> orders.get().expected(),
          () -> orders.get().actual());
    }
  }
}
