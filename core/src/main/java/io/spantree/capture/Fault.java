package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment;
import io.spantree.model.Moment.Act;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lifecycle fault as it was seen, before the trees are built in which its span has a place.
 *
 * @param name the name of the span; null when there is none
 * @param span the span that it happened to; null when nobody knows it
 * @param actual what was done or is left
 */
record Fault(
    FindingKind kind,
    @Nullable String name,
    @Nullable Span span,
    @Nullable Term actual,
    List<Moment> moments) {

  Fault(FindingKind kind, @Nullable Span span, @Nullable Term actual, List<Moment> moments) {
    this(kind, nameOf(span), span, actual, moments);
  }

  private static @Nullable String nameOf(@Nullable Span span) {
    return span instanceof ReadableSpan readable ? readable.getName() : null;
  }

  /** The calling thread and line. */
  static Moment moment(Act act) {
    StackFrame site = StartSite.find();
    return new Moment(
        act,
        SpanRecord.nameOf(Thread.currentThread()),
        site == null ? null : site.toStackTraceElement());
  }

  /** The finding, about a node of the recording when the span is in it. */
  Finding finding(Map<String, SpanNode> bySpanId) {
    SpanNode node = span == null ? null : bySpanId.get(span.getSpanContext().getSpanId());
    SpanPath path =
        node != null ? SpanPath.of(node) : name != null ? SpanPath.of(name) : SpanPath.of();
    return new Finding(kind, path, Part.WHOLE, null, actual, node, moments);
  }
}
