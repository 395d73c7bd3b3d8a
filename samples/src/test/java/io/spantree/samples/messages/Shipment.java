package io.spantree.samples.messages;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** A program of thirty spans: a shipment of 29 parcels. */
final class Shipment {
  static final int PARCELS = 29;

  private Shipment() {}

  static void complete(OpenTelemetry openTelemetry) {
    ship(openTelemetry, new int[PARCELS]);
  }

  // snippet: bug-missing-1-of-30
  static void withoutParcel17(OpenTelemetry openTelemetry) {
    int[] labels = new int[PARCELS];
    labels[17 - 1] = -1; // nobody labels it
    ship(openTelemetry, labels);
  }
  // end

  // snippet: bug-extra-1-of-30
  static void withParcel17Twice(OpenTelemetry openTelemetry) {
    int[] labels = new int[PARCELS];
    labels[17 - 1] = 1; // one label more
    ship(openTelemetry, labels);
  }
  // end

  private static void ship(OpenTelemetry openTelemetry, int[] labels) {
    Tracer tracer = openTelemetry.getTracer("shop");
    Span root = tracer.spanBuilder("ship order").startSpan();
    try (Scope scope = root.makeCurrent()) {
      for (int parcel = 1; parcel <= PARCELS; parcel++) {
        for (int i = 0; i <= labels[parcel - 1]; i++) {
          label(tracer, parcel);
        }
      }
    } finally {
      root.end();
    }
  }

  private static void label(Tracer tracer, int parcel) {
    Span label = tracer.spanBuilder(name(parcel)).setSpanKind(SpanKind.CLIENT).startSpan();
    label.setAttribute("parcel.number", parcel);
    label.end();
  }

  static String name(int parcel) {
    return "label parcel " + parcel;
  }
}
