package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.spantree.model.Finding;
import io.spantree.model.Moment;
import io.spantree.model.Moment.Act;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampledOutTest {

  private static Context under(SpanContext parent) {
    return Context.current().with(Span.wrap(parent));
  }

  private static SpanContext byHand(SpanContext of) {
    return SpanContext.create(
        of.getTraceId(), of.getSpanId(), TraceFlags.getDefault(), TraceState.getDefault());
  }

  private static void record(Judged judged, String name, Context parent) {
    Spans.tracer(judged.capture())
        .spanBuilder(name)
        .setParent(parent)
        .startSpan()
        .end();
  }

  @Test
  void names_the_first_span_below_a_context_without_the_flag_and_where_it_began() {
    try (Judged judged = Judged.start()) {
      Span apply = judged.begin("apply");
      record(judged, "review", under(byHand(apply.getSpanContext())));
      apply.end();

      assertThat(judged.told()).containsExactly("SAMPLED_OUT review");
      Finding finding = judged.findings().get(0);
      assertThat(finding.actual()).hasToString("Term[notation=local, type=null]");
      assertThat(finding.moments()).extracting(Moment::act).containsExactly(Act.STARTED);
      assertThat(String.valueOf(finding.moments().get(0).site()))
          .contains("SampledOutTest.record(SampledOutTest.java:");
    }
  }

  @Test
  void says_nothing_of_what_is_below_it() {
    try (Judged judged = Judged.start()) {
      Span apply = judged.begin("apply");
      Context parent = under(byHand(apply.getSpanContext()));
      Span review =
          Spans.tracer(judged.capture()).spanBuilder("review").setParent(parent).startSpan();
      try (Scope scope = review.makeCurrent()) {
        judged.begin("inner").end();
      }
      record(judged, "another", parent);
      apply.end();
      assertThat(judged.told()).containsExactly("SAMPLED_OUT review");
      assertThat(judged.capture().sampledOut().count()).isEqualTo(3);
    }
  }

  @Test
  void tells_a_remote_parent_from_one_built_by_hand_and_a_trace_from_another() {
    try (Judged judged = Judged.start()) {
      SpanContext remote = SpanContext.createFromRemoteParent(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.getDefault(),
          TraceState.getDefault());
      record(judged, "POST /redeem", under(remote));
      Span apply = judged.begin("apply");
      record(judged, "review", under(byHand(apply.getSpanContext())));
      apply.end();
      assertThat(judged.findings())
          .extracting(finding -> String.valueOf(finding.actual()))
          .containsExactly("Term[notation=remote, type=null]", "Term[notation=local, type=null]");
    }
  }

  @Test
  void does_not_charge_the_child_of_a_context_whose_flag_is_set() {
    try (Judged judged = Judged.start()) {
      SpanContext remote = SpanContext.createFromRemoteParent(
          "0af7651916cd43dd8448eb211c80319c",
          "b7ad6b7169203331",
          TraceFlags.fromByte((byte) 3),
          TraceState.getDefault());
      record(judged, "POST /redeem", under(remote));
      assertThat(judged.told()).isEmpty();
    }
  }

  static Stream<Sampler> samplersThatDropAll() {
    return Stream.of(
        Sampler.alwaysOff(),
        Sampler.traceIdRatioBased(0),
        Sampler.parentBased(Sampler.alwaysOff()),
        Sampler.parentBased(Sampler.traceIdRatioBased(0)));
  }

  @ParameterizedTest
  @MethodSource("samplersThatDropAll")
  void does_not_charge_the_child_of_a_root_that_the_sampler_dropped(Sampler sampler) {
    try (Judged judged = Judged.sampledBy(sampler)) {
      Span apply = judged.begin("apply");
      try (Scope scope = apply.makeCurrent()) {
        judged.begin("review").end();
      }
      apply.end();
      assertThat(judged.told()).isEmpty();
      assertThat(judged.capture().sampledOut().count()).isEqualTo(2);
    }
  }

  @Test
  void does_not_charge_the_child_of_a_span_below_the_root_that_the_sampler_dropped() {
    try (Judged judged = Judged.sampledBy(new Without("review"))) {
      Span apply = judged.begin("apply");
      try (Scope outer = apply.makeCurrent()) {
        Span review = judged.begin("review");
        try (Scope inner = review.makeCurrent()) {
          judged.begin("score").end();
        }
        review.end();
      }
      apply.end();
      assertThat(judged.told()).isEmpty();
    }
  }

  /** Drops the spans of one name, and decides for all others as their parent does. */
  private record Without(String dropped) implements Sampler {
    private static final Sampler OTHERS = Sampler.parentBased(Sampler.alwaysOn());

    @Override
    public SamplingResult shouldSample(
        Context parentContext,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      return name.equals(dropped)
          ? SamplingResult.drop()
          : OTHERS.shouldSample(parentContext, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
      return "without " + dropped;
    }
  }
}
