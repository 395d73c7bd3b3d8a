/** Turns findings and trees into the one text that a failure shows. */
@NullMarked
package io.spantree.report;

import org.jspecify.annotations.NullMarked;
