/** The outline notation: what a trace is expected to look like, read from text, built in code, printed. */
@NullMarked
package io.spantree.outline;

import org.jspecify.annotations.NullMarked;
