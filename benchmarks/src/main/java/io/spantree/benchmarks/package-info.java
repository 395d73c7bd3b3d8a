/** What Spantree costs, measured beside opentelemetry-sdk-testing doing the same work. */
@NullMarked
package io.spantree.benchmarks;

import org.jspecify.annotations.NullMarked;
