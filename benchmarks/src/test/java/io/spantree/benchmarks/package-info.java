/** That the benchmarks measure what they say. */
@NullMarked
package io.spantree.benchmarks;

import org.jspecify.annotations.NullMarked;
