/** What a run recorded, kept as a file, so that it can be compared again without running the test. */
@NullMarked
package io.spantree.golden.recorded;

import org.jspecify.annotations.NullMarked;
