/** The rules of the house: which package may know which. */
@NullMarked
package io.spantree.samples.house;

import org.jspecify.annotations.NullMarked;
