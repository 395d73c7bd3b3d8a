/** Fluent assertions on the span tree of a test: start at {@code TraceAssertions.assertTrace()}. */
@NullMarked
package io.spantree.assertions;

import org.jspecify.annotations.NullMarked;
