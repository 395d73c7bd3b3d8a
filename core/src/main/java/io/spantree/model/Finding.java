package io.spantree.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what was expected and what was recorded, or one lifecycle fault, as data.
 *
 * @param kind what is wrong
 * @param path where: the recorded span, or the expected one when there is none in the recording
 * @param part the event, link or attribute of that span which is meant
 * @param expected what was expected; null when nothing was
 * @param actual what was recorded; null when nothing was
 * @param span the recorded span, with its evidence; of a missing span the recorded parent; null
 *     when there is none
 * @param moments of a lifecycle fault: what was done where, in its order; else empty
 * @param alike what the same cause led to elsewhere: the same kind at the same lines, or on the
 *     same span
 */
public record Finding(
    FindingKind kind,
    SpanPath path,
    Part part,
    @Nullable Term expected,
    @Nullable Term actual,
    @Nullable SpanNode span,
    List<Moment> moments,
    List<Finding> alike) {

  public Finding {
    moments = List.copyOf(moments);
    alike = List.copyOf(alike);
  }

  public Finding(
      FindingKind kind,
      SpanPath path,
      Part part,
      @Nullable Term expected,
      @Nullable Term actual,
      @Nullable SpanNode span,
      List<Moment> moments) {
    this(kind, path, part, expected, actual, span, moments, List.of());
  }

  public Finding(
      FindingKind kind,
      SpanPath path,
      Part part,
      @Nullable Term expected,
      @Nullable Term actual,
      @Nullable SpanNode span) {
    this(kind, path, part, expected, actual, span, List.of());
  }

  /** A part of a span: the event or link named by {@code owner}, and an attribute of it or of the span. */
  public record Part(@Nullable String owner, @Nullable String key) {
    /** The span as a whole. */
    public static final Part WHOLE = new Part(null, null);

    /** The trace that the span is in, as its {@code trace} line says. */
    public static final Part TRACE = new Part("trace", null);

    public static Part attribute(String key) {
      return new Part(null, key);
    }
  }

  /** The same finding, which stands for others as well. */
  public Finding standingFor(List<Finding> others) {
    return new Finding(kind, path, part, expected, actual, span, moments, others);
  }

  /** A finding about the span as a whole. */
  public static Finding of(
      FindingKind kind,
      SpanPath path,
      @Nullable Term expected,
      @Nullable Term actual,
      @Nullable SpanNode span) {
    return new Finding(kind, path, Part.WHOLE, expected, actual, span);
  }
}
