package io.spantree.samples.messages;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.capture.SpanCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each library says of each bug. */
public final class Messages {
  private static final int MOST_LINES = 14;
  private static final int WIDEST = 160;

  private Messages() {}

  static List<MessageCase> cases() {
    List<MessageCase> cases = new ArrayList<>();
    cases.addAll(PlaceCases.all());
    cases.addAll(CountCases.all());
    cases.addAll(ValueCases.all());
    cases.addAll(SpanCases.all());
    cases.add(ThreeBugs.messageCase());
    return cases;
  }

  /** The texts as the docs show them, under names such as {@code renamed-peer}. */
  public static Map<String, String> outputs() {
    Map<String, String> outputs = new TreeMap<>();
    for (MessageCase each : cases()) {
      List<SpanData> spans = PeerRun.spans(each.program());
      outputs.put(each.id() + "-peer", clipped(text(() -> each.peer().accept(spans))));
      if (each.micrometer() != null) {
        outputs.put(
            each.id() + "-micrometer",
            clipped(text(() -> each.micrometer().accept(PeerRun.finished(spans)))));
      }
      outputs.put(each.id() + "-ours", ours(each));
    }
    return outputs;
  }

  static String ours(MessageCase each) {
    try (SpanCapture capture = SpanCapture.start()) {
      each.program().accept(capture.openTelemetry());
      return text(each.ours());
    }
  }

  static String text(Runnable assertion) {
    Throwable failure = catchThrowable(assertion::run);
    return failure == null ? "(passes)" : String.valueOf(failure.getMessage()).strip();
  }

  /** Long lines and long texts are cut, and the reader is told. */
  private static String clipped(String text) {
    List<String> lines = text.lines().toList();
    StringBuilder clipped = new StringBuilder();
    lines.stream()
        .limit(MOST_LINES)
        .map(line -> line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line)
        .forEach(line -> clipped.append(line.stripTrailing()).append('\n'));
    boolean cut = lines.size() > MOST_LINES || lines.stream().anyMatch(l -> l.length() > WIDEST);
    return cut
        ? clipped + String.format("… cut here; %,d characters in all", text.length())
        : clipped.toString().stripTrailing();
  }
}
