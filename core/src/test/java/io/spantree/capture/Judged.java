package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.NotChecked;
import io.spantree.model.Recording;
import java.time.Duration;
import java.util.List;

/** A recording that waits for nobody, and what is found in it at its end. */
final class Judged implements AutoCloseable {
  private final SpanCapture capture;
  private final Scope scope;

  private Judged(Duration await) {
    this(SpanCapture.builder().await(await).settle(Duration.ZERO));
  }

  private Judged(SpanCaptureBuilder builder) {
    capture = builder.create();
    scope = capture.attach();
  }

  static Judged start() {
    return new Judged(Duration.ZERO);
  }

  static Judged sampledBy(Sampler sampler) {
    return new Judged(
        SpanCapture.builder().await(Duration.ZERO).settle(Duration.ZERO).sampler(sampler));
  }

  /** One for which no other thread is ever quiet for long enough. */
  static Judged restless() {
    return new Judged(SpanCapture.builder().await(Duration.ofMillis(1)).settle(Duration.ofDays(1)));
  }

  /** One that waits as long as it takes, so that it depends on no clock. */
  static Judged patient() {
    return new Judged(Duration.ofSeconds(60));
  }

  SpanCapture capture() {
    return capture;
  }

  Recording complete() {
    return capture.completeRecording();
  }

  List<Finding> findings() {
    return complete().lifecycle();
  }

  /** Each finding as its kind and span, such as {@code SCOPE_LEAK review}. */
  List<String> told() {
    return findings().stream().map(Judged::told).toList();
  }

  List<String> notChecked() {
    return complete().notChecked().stream().map(Judged::told).toList();
  }

  private static String told(Finding finding) {
    return told(finding.kind(), finding);
  }

  private static String told(NotChecked notChecked) {
    Finding about = notChecked.about();
    return (about == null ? notChecked.kind().name() : told(notChecked.kind(), about)) + " "
        + notChecked.reason();
  }

  private static String told(FindingKind kind, Finding finding) {
    List<String> names = finding.path().names();
    return kind + " " + (names.isEmpty() ? "-" : names.get(names.size() - 1));
  }

  /** Makes a new span current, to end with its recording. */
  @SuppressWarnings("MustBeClosedChecker")
  Scope open(String name) {
    return begin(name).makeCurrent();
  }

  /** The context of this recording with a new span. */
  Context context(String name) {
    return Context.current().with(begin(name));
  }

  Span begin(String name) {
    return Spans.begin(capture, name);
  }

  @Override
  public void close() {
    scope.close();
    capture.close();
  }
}
