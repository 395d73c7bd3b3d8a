package io.spantree.compare;

import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For each name, how many more lines than spans there are. */
final class NameBalance {
  /** Counts beyond this are not told apart. */
  private static final long MANY = 1 << 20;

  private final ExpectedTree tree;
  private final Recording recording;
  private @Nullable Map<@Nullable String, Integer> lacking;

  NameBalance(ExpectedTree tree, Recording recording) {
    this.tree = tree;
    this.recording = recording;
  }

  /** A name that is there often enough was not renamed, nor is one new that was expected so often. */
  boolean mayBeRenamed(ExpectedSpan line, SpanNode span) {
    String name = line.line().name().literalText();
    return name != null && of(name) > 0 && of(span.name()) < 0;
  }

  private int of(String name) {
    if (lacking == null) {
      lacking = count();
    }
    return lacking.getOrDefault(name, 0);
  }

  private Map<@Nullable String, Integer> count() {
    Map<@Nullable String, Integer> balance = new HashMap<>();
    Map<ExpectedSpan, Integer> counts = new HashMap<>();
    for (ExpectedSpan line : tree.spans()) {
      ExpectedSpan parent = line.parent();
      long above = parent == null ? 1 : counts.getOrDefault(parent, 1);
      int count = (int) Math.min(MANY, above * Math.max(1, line.multiplicity().least()));
      counts.put(line, count);
      balance.merge(line.line().name().literalText(), count, Integer::sum);
    }
    recording.spans().forEach(span -> balance.merge(span.name(), -1, Integer::sum));
    return balance;
  }
}
