/**
 * The rewards engine: customers redeem coins with a partner, and nobody is debited twice.
 *
 * <p>It is an ordinary, instrumented service that knows the OpenTelemetry API and nothing of
 * Spantree; the samples, the demo and the documentation test it.
 */
@NullMarked
package io.spantree.samples.rewards;

import org.jspecify.annotations.NullMarked;
