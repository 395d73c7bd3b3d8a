/** The record of a run: which goldens it compared, with what outcome, and which tests ran in full. */
@NullMarked
package io.spantree.golden.run;

import org.jspecify.annotations.NullMarked;
