package io.spantree.model;

import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/** A span as it was exported, or as it stood when it was still open, with its evidence if any. */
public record RecordedSpan(SpanData data, @Nullable Evidence evidence) {}
