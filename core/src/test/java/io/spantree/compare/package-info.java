/** Tests of the matcher. */
@NullMarked
package io.spantree.compare;

import org.jspecify.annotations.NullMarked;
