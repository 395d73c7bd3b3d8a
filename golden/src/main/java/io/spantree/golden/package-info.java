/** Golden files: the span tree of a test, committed beside it and compared in every run. */
@NullMarked
package io.spantree.golden;

import org.jspecify.annotations.NullMarked;
