package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spantree.model.Finding;
import io.spantree.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LimitFaultsTest {
  private static final SpanContext CAUSE = SpanContext.create(
      "0af7651916cd43dd8448eb211c80319c",
      "b7ad6b7169203331",
      TraceFlags.getSampled(),
      TraceState.getDefault());

  private static final SpanLimits TWO = SpanLimits.builder()
      .setMaxNumberOfAttributes(2)
      .setMaxNumberOfEvents(2)
      .setMaxNumberOfLinks(2)
      .setMaxNumberOfAttributesPerEvent(2)
      .setMaxNumberOfAttributesPerLink(2)
      .setMaxAttributeValueLength(4)
      .build();

  private static LimitFaults judge(Consumer<SpanBuilder> building, Consumer<Span> working) {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (SdkTracerProvider provider = SdkTracerProvider.builder()
        .setSpanLimits(TWO)
        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
        .build()) {
      SpanBuilder builder = provider.get("test").spanBuilder("review");
      building.accept(builder);
      Span span = builder.startSpan();
      working.accept(span);
      span.end();
      return LimitFaults.of(Recording.of(exporter.getFinishedSpanItems()), TWO, node -> false);
    }
  }

  private static List<String> told(Consumer<SpanBuilder> building, Consumer<Span> working) {
    return judge(building, working).findings().stream()
        .map(LimitFaultsTest::told)
        .toList();
  }

  private static String told(Finding finding) {
    String owner = finding.part().owner() == null ? "" : " of " + finding.part().owner();
    return finding.kind() + " " + notation(finding.expected()) + " → " + notation(finding.actual())
        + owner;
  }

  private static String notation(io.spantree.model.Term term) {
    return term == null ? "nothing" : term.notation();
  }

  private static Attributes attributes(int count) {
    AttributesBuilder attributes = Attributes.builder();
    for (int i = 0; i < count; i++) {
      attributes.put("key." + i, i);
    }
    return attributes.build();
  }

  @Test
  void finds_nothing_where_the_limits_are_just_reached() {
    LimitFaults judged = judge(
        builder -> builder
            .addLink(CAUSE, attributes(2))
            .addLink(CAUSE, attributes(2))
            .setAttribute("key.0", 0),
        span -> span.setAttribute("key.1", 1)
            .addEvent("queued", attributes(2))
            .addEvent("approved", attributes(2)));
    assertThat(judged.findings()).isEmpty();
    assertThat(judged.suspicions()).isEmpty();
  }

  @Test
  void takes_an_attribute_that_is_set_again_for_no_loss() {
    assertThat(told(builder -> {}, span -> span.setAttribute("key", 1).setAttribute("key", 2)))
        .isEmpty();
  }

  @Test
  void knows_what_this_sdk_counts() {
    List<Integer> counts = new ArrayList<>();
    judge(builder -> {}, span -> {
      span.setAttribute("key", 1).setAttribute("key", 2);
      counts.add(((ReadableSpan) span).toSpanData().getTotalAttributeCount());
    });

    assertThat(AttributeCount.ofThisSdk())
        .isEqualTo(counts.get(0) == 1 ? AttributeCount.OF_KEYS : AttributeCount.OF_CALLS);
  }

  @Test
  void takes_an_attribute_that_is_set_again_at_the_limit_for_no_loss_where_keys_are_counted() {
    assumeThat(AttributeCount.ofThisSdk()).isEqualTo(AttributeCount.OF_KEYS);
    assertThat(told(
            builder -> builder.setAttribute("a", 1).setAttribute("b", 1),
            span -> span.setAttribute("a", 2)))
        .isEmpty();
  }

  /** Three attributes that were set, of which two are there. */
  private static LimitFaults twoOfThree(AttributeCount count, int limit, boolean foreign) {
    SpanData span = TestSpanData.builder()
        .setName("review")
        .setKind(SpanKind.INTERNAL)
        .setSpanContext(CAUSE)
        .setStatus(StatusData.unset())
        .setStartEpochNanos(1)
        .setEndEpochNanos(2)
        .setHasEnded(true)
        .setAttributes(attributes(2))
        .setTotalAttributeCount(3)
        .build();
    SpanLimits limits = SpanLimits.builder().setMaxNumberOfAttributes(limit).build();
    return LimitFaults.of(Recording.of(List.of(span)), limits, node -> foreign, () -> count);
  }

  @Test
  void where_keys_are_counted_those_that_are_not_there_were_dropped_by_whatever_limit() {
    for (boolean foreign : new boolean[] {false, true}) {
      LimitFaults judged = twoOfThree(AttributeCount.OF_KEYS, 128, foreign);
      assertThat(judged.findings()).hasSize(1);
      assertThat(judged.suspicions()).isEmpty();
    }
  }

  @Test
  void where_calls_are_counted_only_a_known_limit_that_is_reached_tells_of_a_loss() {
    assertThat(twoOfThree(AttributeCount.OF_CALLS, 2, false).findings()).hasSize(1);
    assertThat(twoOfThree(AttributeCount.OF_CALLS, 3, false).findings()).isEmpty();
    LimitFaults judged = twoOfThree(AttributeCount.OF_CALLS, 2, true);
    assertThat(judged.findings()).isEmpty();
    assertThat(judged.suspicions()).hasSize(1);
  }

  @Test
  void finds_attributes_events_and_links_that_were_dropped() {
    assertThat(told(
            builder -> builder.addLink(CAUSE).addLink(CAUSE).addLink(CAUSE),
            span ->
                span.setAllAttributes(attributes(5)).addEvent("a").addEvent("b").addEvent("c")))
        .containsExactly(
            "DROPPED_BY_LIMIT 5 attributes → 2 attributes",
            "DROPPED_BY_LIMIT 3 events → 2 events",
            "DROPPED_BY_LIMIT 3 links → 2 links");
  }

  @Test
  void finds_attributes_of_events_and_links_that_were_dropped() {
    assertThat(told(
            builder -> builder.addLink(CAUSE, attributes(3)),
            span -> span.addEvent("queued", attributes(4)).addEvent("approved")))
        .containsExactly(
            "DROPPED_BY_LIMIT 4 attributes → 2 attributes of event queued",
            "DROPPED_BY_LIMIT 3 attributes → 2 attributes of link");
  }

  @Test
  void says_once_that_events_of_one_name_have_lost_attributes() {
    assertThat(told(
            builder -> {},
            span -> span.addEvent("queued", attributes(4)).addEvent("queued", attributes(3))))
        .containsExactly("DROPPED_BY_LIMIT 4 attributes → 2 attributes of event queued");
  }

  @Test
  void says_it_of_each_span() {
    try (SpanCapture capture = SpanCapture.builder().spanLimits(TWO).start()) {
      for (int i = 0; i < 2; i++) {
        Spans.begin(capture, "review").addEvent("queued", attributes(4)).end();
      }
      assertThat(LimitFaults.of(capture.recording(), TWO, node -> false).findings())
          .hasSize(2);
    }
  }

  @Test
  void suspects_values_that_are_as_long_as_the_limit_allows() {
    LimitFaults judged = judge(
        builder -> {},
        span -> span.setAttribute("cut", "manual_review")
            .setAttribute(AttributeKey.stringArrayKey("cut.too"), List.of("no", "velocity_24h"))
            .addEvent("queued", Attributes.of(AttributeKey.stringKey("rule"), "velocity"))
            .addEvent("approved", Attributes.of(AttributeKey.stringKey("short"), "no")));
    assertThat(judged.findings()).isEmpty();
    assertThat(judged.suspicions())
        .extracting(suspicion ->
            suspicion.about().part().owner() + ":" + suspicion.about().part().key())
        .containsExactlyInAnyOrder("null:cut", "null:cut.too", "event queued:rule");
  }
}
