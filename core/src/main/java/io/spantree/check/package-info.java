/** The faults of instrumentation that can be told without an expectation. */
@NullMarked
package io.spantree.check;

import org.jspecify.annotations.NullMarked;
