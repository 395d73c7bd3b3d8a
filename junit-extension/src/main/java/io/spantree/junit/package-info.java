/** {@code @TraceTest}: records and checks the spans of each test. */
@NullMarked
package io.spantree.junit;

import org.jspecify.annotations.NullMarked;
