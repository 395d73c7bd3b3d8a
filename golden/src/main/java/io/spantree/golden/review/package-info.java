/** Decides finding by finding what of a run becomes the golden. */
@NullMarked
package io.spantree.golden.review;

import org.jspecify.annotations.NullMarked;
