/** Tests of the trees that spans form. */
@NullMarked
package io.spantree.model;

import org.jspecify.annotations.NullMarked;
