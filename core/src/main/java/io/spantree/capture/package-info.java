/** Records the spans of one test, and watches how they begin, end and hand on their context. */
@NullMarked
package io.spantree.capture;

import org.jspecify.annotations.NullMarked;
