package io.spantree.golden;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.capture.RecordingListener;
import io.spantree.golden.run.NamesSeen;
import io.spantree.golden.run.RanTest;
import io.spantree.golden.run.SeenSpan;
import io.spantree.model.AttributeValue;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.TestIdentity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Writes down which telemetry each test class emits, once for each class and kind of span. */
public final class SeenNames implements RecordingListener {
  private final Map<List<String>, Set<SeenSpan>> known = new ConcurrentHashMap<>();

  @Override
  public void recorded(Recording recording) {
    if (GoldenMode.isOff()) {
      return;
    }
    TestIdentity test = recording.test();
    Path runs = test == null ? null : RunLog.folder(test.testClass());
    if (test == null || runs == null || recording.isEmpty()) {
      return;
    }
    RanTest ran = RanTests.of(test);
    Set<SeenSpan> seen = known.computeIfAbsent(ran.classes(), c -> ConcurrentHashMap.newKeySet());
    List<SeenSpan> fresh = new ArrayList<>();
    for (SpanNode span : recording.spans()) {
      SeenSpan each = seen(span.data());
      if (seen.add(each)) {
        fresh.add(each);
      }
    }
    if (!fresh.isEmpty()) {
      RunLog.write(runs, new NamesSeen(System.currentTimeMillis(), ran.classes(), fresh));
    }
  }

  private static SeenSpan seen(SpanData span) {
    SortedMap<String, String> types = new TreeMap<>();
    span.getAttributes()
        .forEach((key, value) ->
            types.put(key.getKey(), AttributeValue.of(key, value).type().word()));
    String scope = span.getInstrumentationScopeInfo().getName();
    return new SeenSpan(scope, span.getName(), span.getKind().name(), types);
  }
}
