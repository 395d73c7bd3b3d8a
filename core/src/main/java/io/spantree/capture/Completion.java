package io.spantree.capture;

import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.spantree.model.Ancestry;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.NotChecked;
import io.spantree.model.NotChecked.Reason;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a recording at the end of its test: what happened, what is left, what nobody could see. */
final class Completion {
  private static final List<FindingKind> BY_STORAGE = List.of(
      FindingKind.LOST_CONTEXT,
      FindingKind.SCOPE_LEAK,
      FindingKind.SCOPE_CROSSED,
      FindingKind.SCOPE_ORDER);

  private final SpanCapture capture;
  private final SpanRecorder recorder;
  private final Noise noise;
  private final Thread home = Thread.currentThread();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> stillRunning = new ArrayList<>();
  private boolean restless; // others went on, and left nothing open of which a finding tells

  Completion(SpanCapture capture, SpanRecorder recorder, Noise noise) {
    this.capture = capture;
    this.noise = noise;
    this.recorder = recorder;
  }

  Recording recording() {
    awaitRest();
    capture
        .scopes()
        .judge(home, scope -> faults.add(scope.leak()), scope -> stillRunning.add(scope.leak()));
    faults.addAll(0, capture.faults().all());
    faults.removeIf(this::isNoise);
    stillRunning.removeIf(this::isNoise);
    Recording recording = capture.recording();
    Map<String, SpanNode> bySpanId = bySpanId(recording);
    List<Finding> findings = new ArrayList<>();
    faults.forEach(fault -> findings.add(fault.finding(bySpanId)));
    SpanLimits limits = capture.openTelemetry().getSdkTracerProvider().getSpanLimits();
    LimitFaults dropped = LimitFaults.of(recording, limits, capture.adoption()::isForeign);
    findings.addAll(dropped.findings());
    List<NotChecked> notChecked = notChecked(recording, bySpanId);
    notChecked.addAll(dropped.suspicions());
    return recording.with(findings, notChecked);
  }

  private void awaitRest() {
    Unrest unrest = recorder.awaitRest(() -> capture.scopes().awaitsCallback(home));
    restless = unrest != null && unrest.open().isEmpty() && !capture.scopes().awaitsCallback(home);
  }

  private boolean isNoise(Fault fault) {
    return fault.name() != null
        && noise.covers(
            fault.name(),
            fault.span() instanceof ReadableSpan span ? span.getInstrumentationScopeInfo() : null);
  }

  private Map<String, SpanNode> bySpanId(Recording recording) {
    Map<String, SpanNode> bySpanId = new HashMap<>();
    if (!faults.isEmpty() || !stillRunning.isEmpty()) {
      recording.spans().forEach(span -> bySpanId.put(span.data().getSpanId(), span));
    }
    return bySpanId;
  }

  private List<NotChecked> notChecked(Recording recording, Map<String, SpanNode> bySpanId) {
    List<NotChecked> notChecked = new ArrayList<>();
    if (!recorder.beganWithOurStorage() || !TrackingContextStorage.isInPlace()) {
      BY_STORAGE.forEach(kind -> notChecked.add(new NotChecked(kind, Reason.OTHER_STORAGE, null)));
    } else if (recording.roots().stream().anyMatch(Completion::isUntold)) {
      notChecked.add(new NotChecked(FindingKind.LOST_CONTEXT, Reason.OTHER_STORAGE, null));
    }
    if (!WriteAfterEnd.arrives()) {
      notChecked.add(new NotChecked(FindingKind.WRITE_AFTER_END, Reason.SILENT_LOG, null));
      notChecked.add(new NotChecked(FindingKind.ENDED_TWICE, Reason.SILENT_LOG, null));
    }
    if (restless) {
      notChecked.add(new NotChecked(FindingKind.OPEN_SPAN, Reason.NOT_AT_REST, null));
    }
    notChecked.addAll(capture.faults().notKept());
    for (Fault fault : stillRunning) {
      Finding about = fault.finding(bySpanId);
      notChecked.add(new NotChecked(about.kind(), Reason.STILL_RUNNING, about));
    }
    return notChecked;
  }

  private static boolean isUntold(SpanNode root) {
    return root.evidence()
        .filter(seen -> seen.ancestry() == Ancestry.NOT_CHECKED)
        .isPresent();
  }
}
