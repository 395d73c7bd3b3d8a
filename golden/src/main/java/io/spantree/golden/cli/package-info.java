/** The command line: what is pending, and what of it becomes a golden. */
@NullMarked
package io.spantree.golden.cli;

import org.jspecify.annotations.NullMarked;
