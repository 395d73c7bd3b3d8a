package io.spantree.samples.messages;

import static io.opentelemetry.sdk.testing.assertj.TracesAssert.assertThat;
import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.outline.Outline.span;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.test.simple.SpansAssert;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.assertj.SpanDataAssert;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spantree.outline.SpanOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One span of thirty too few or too many. */
final class CountCases {
  private CountCases() {}

  static List<MessageCase> all() {
    return List.of(
        new MessageCase(
            "missing-1-of-30",
            Shipment::withoutParcel17,
            CountCases::peer,
            CountCases::missingMicrometer,
            CountCases::ours),
        new MessageCase(
            "extra-1-of-30",
            Shipment::withParcel17Twice,
            CountCases::peer,
            CountCases::extraMicrometer,
            CountCases::ours));
  }

  private static void peer(List<SpanData> spans) {
    // snippet: 1-of-30-peer
    List<Consumer<SpanDataAssert>> expected = new ArrayList<>();
    expected.add(span -> span.hasName("ship order").hasNoParent());
    for (int parcel = 1; parcel <= 29; parcel++) {
      String name = "label parcel " + parcel;
      expected.add(span -> span.hasName(name).hasKind(SpanKind.CLIENT));
    }
    assertThat(spans)
        .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(expected));
    // end
  }

  private static void missingMicrometer(List<FinishedSpan> spans) {
    // snippet: missing-1-of-30-micrometer
    SpansAssert.assertThat(spans).hasNumberOfSpansEqualTo(30);
    // end
  }

  private static void extraMicrometer(List<FinishedSpan> spans) {
    // snippet: extra-1-of-30-micrometer
    SpansAssert.assertThat(spans).hasNumberOfSpansEqualTo(30);
    // end
  }

  private static void ours() {
    // snippet: 1-of-30-ours
    SpanOutline shipment = span("ship order");
    for (int parcel = 1; parcel <= 29; parcel++) {
      shipment = shipment.child(span("label parcel " + parcel).withKind(SpanKind.CLIENT));
    }
    assertTrace().hasRoots(shipment);
    // end
  }
}
