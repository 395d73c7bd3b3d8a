/** Goldens of the spans that OpenTelemetry's own library instrumentation records. */
@NullMarked
package io.spantree.samples.libraries;

import org.jspecify.annotations.NullMarked;
