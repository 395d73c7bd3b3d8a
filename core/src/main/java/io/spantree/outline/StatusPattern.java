package io.spantree.outline;

import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/** The expected status of a span; a description left out allows any. */
public record StatusPattern(StatusCode code, @Nullable ValuePattern description) {}
