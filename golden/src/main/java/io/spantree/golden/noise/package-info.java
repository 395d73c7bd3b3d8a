/** What differs from run to run without meaning: left out of goldens, or proposed as a matcher. */
@NullMarked
package io.spantree.golden.noise;

import org.jspecify.annotations.NullMarked;
