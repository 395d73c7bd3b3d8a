/** Compares a recording with an outline and tells the difference as findings. */
@NullMarked
package io.spantree.compare;

import org.jspecify.annotations.NullMarked;
