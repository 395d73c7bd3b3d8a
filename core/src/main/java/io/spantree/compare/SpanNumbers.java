package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the spans of a recording from 0 upwards.
 *
 * <p>Spans know their number from the reading of the recording; only where a recording was put
 * together from traces that were not neighbours do they have to be looked up.
 */
final class SpanNumbers {
  private final int count;
  private final int offset;
  private final @Nullable IdentityHashMap<SpanNode, Integer> looked;

  private SpanNumbers(int count, int offset, @Nullable IdentityHashMap<SpanNode, Integer> looked) {
    this.count = count;
    this.offset = offset;
    this.looked = looked;
  }

  static SpanNumbers of(Recording recording) {
    List<SpanNode> spans = recording.spans();
    int offset = spans.isEmpty() ? 0 : spans.get(0).index();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.get(i).index() != offset + i) {
        return lookedUp(spans);
      }
    }
    return new SpanNumbers(spans.size(), offset, null);
  }

  private static SpanNumbers lookedUp(List<SpanNode> spans) {
    IdentityHashMap<SpanNode, Integer> numbers = new IdentityHashMap<>(spans.size());
    spans.forEach(span -> numbers.put(span, numbers.size()));
    return new SpanNumbers(numbers.size(), 0, numbers);
  }

  int count() {
    return count;
  }

  int of(SpanNode span) {
    return looked == null ? span.index() - offset : looked.getOrDefault(span, count);
  }
}
