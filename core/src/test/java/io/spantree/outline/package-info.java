/** Tests of the notation. */
@NullMarked
package io.spantree.outline;

import org.jspecify.annotations.NullMarked;
