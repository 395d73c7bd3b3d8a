package io.spantree.samples.messages;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One bug, and how the test of each library tells it.
 *
 * @param program the broken program
 * @param peer the test with opentelemetry-sdk-testing
 * @param micrometer the test with micrometer-tracing-test; null where it cannot do the work
 * @param ours the test with Spantree
 */
record MessageCase(
    String id,
    Consumer<OpenTelemetry> program,
    Consumer<List<SpanData>> peer,
    @Nullable Consumer<List<FinishedSpan>> micrometer,
    Runnable ours) {}
