package io.spantree.assertions;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.assertions.FailureSink.Data;
import io.spantree.assertions.FailureSink.Failed;
import io.spantree.compare.Comparison;
import io.spantree.compare.SpanMatch;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import io.spantree.model.Trace;
import io.spantree.report.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.AutoCloseableSoftAssertions;

/**
 * Collects failures on traces, and AssertJ's own, and reports them together.
 *
 * <pre>{@code
 * try (TraceSoftAssertions softly = new TraceSoftAssertions()) {
 *   softly.assertTrace().hasSpan("reserve stock").withAttr("app.sku", "A-1");
 *   softly.assertTrace().hasNoErrors();
 * }
 * }</pre>
 *
 * <p>A step that fails is reported once: what follows in its chain is not looked at. Failures on the
 * same recording are shown above one tree.
 */
public class TraceSoftAssertions extends AutoCloseableSoftAssertions {
  private final IdentityHashMap<AssertionError, Data> data = new IdentityHashMap<>();
  private final List<AssertionError> collected = new ArrayList<>();
  private final List<Recording> recordings = new ArrayList<>();

  /** As {@link TraceAssertions#assertTrace()}. */
  public TraceAssert assertTrace() {
    return soft(TraceAssertions.current(false));
  }

  /** As {@link TraceAssertions#assertTrace(String)}. */
  public TraceAssert assertTrace(String rootName) {
    return assertTraces().ofRoot(rootName);
  }

  /** As {@link TraceAssertions#assertTraces()}. */
  public TraceAssert assertTraces() {
    return soft(TraceAssertions.current(true));
  }

  /** As {@link TraceAssertions#assertTraces(Collection)}. */
  public TraceAssert assertTraces(Collection<? extends SpanData> spans) {
    return soft(Judged.traces(Recording.of(spans)));
  }

  /** As {@link TraceAssertions#assertTrace(Recording)}. */
  public TraceAssert assertTrace(Recording recording) {
    return soft(Judged.trace(recording));
  }

  /** As {@link TraceAssertions#assertTrace(Trace)}. */
  public TraceAssert assertTrace(Trace trace) {
    return soft(Judged.trace(new Recording(List.of(trace), null)));
  }

  private TraceAssert soft(Judged judged) {
    Recording recording = known(judged.recording());
    return new TraceAssert(judged.on(recording).to(this::add));
  }

  /** The same spans, read again, are the same recording: their failures belong above one tree. */
  private Recording known(Recording fresh) {
    for (Recording recording : recordings) {
      if (SpanMatch.areSame(recording, fresh)) {
        return recording;
      }
    }
    recordings.add(fresh);
    return fresh;
  }

  private void add(Failed failed) {
    if (failed.data() != null) {
      data.put(failed.error(), failed.data());
    }
    collectAssertionError(failed.error());
  }

  @Override
  public void collectAssertionError(AssertionError error) {
    collected.add(error);
    super.collectAssertionError(error);
  }

  /** Throws all that was collected; a single error as it is. */
  @Override
  public void assertAll() {
    List<AssertionError> errors = assertionErrorsCollected();
    if (errors.size() == 1) {
      throw errors.get(0);
    }
    super.assertAll();
  }

  /** What was collected; of one recording a single error, which shows its tree once. */
  @Override
  public List<AssertionError> assertionErrorsCollected() {
    List<AssertionError> decorated = super.assertionErrorsCollected();
    if (decorated.size() != collected.size()) {
      return decorated; // an extension collects them elsewhere
    }
    IdentityHashMap<Recording, List<AssertionError>> alike = new IdentityHashMap<>();
    for (AssertionError error : collected) {
      Data of = data.get(error);
      if (of != null) {
        alike.computeIfAbsent(of.recording(), recording -> new ArrayList<>()).add(error);
      }
    }
    List<AssertionError> merged = new ArrayList<>();
    for (int i = 0; i < collected.size(); i++) {
      Data of = data.get(collected.get(i));
      if (of == null) {
        merged.add(decorated.get(i));
        continue;
      }
      List<AssertionError> same = alike.remove(of.recording());
      if (same != null) { // the first of them stands for all
        merged.add(same.size() == 1 ? same.get(0) : together(same));
      }
    }
    return merged;
  }

  private AssertionError together(List<AssertionError> errors) {
    List<Data> all = new ArrayList<>();
    errors.forEach(error -> all.add(Objects.requireNonNull(data.get(error))));
    Set<Finding> told = new LinkedHashSet<>();
    List<Report.Part> parts = new ArrayList<>();
    for (Data each : all) {
      List<Finding> fresh = each.part().findings().stream().filter(told::add).toList();
      parts.add(new Report.Part(each.part().headline(), each.part().place(), fresh));
    }
    Comparison comparison = Comparison.ofFindings(all.get(0).recording(), List.copyOf(told));
    AssertionError together =
        new AssertionError(Report.several(parts, comparison, all.get(0).next()));
    together.setStackTrace(errors.get(0).getStackTrace());
    return together;
  }
}
