/** What the assertions accept, refuse and say. */
@NullMarked
package io.spantree.assertions;

import org.jspecify.annotations.NullMarked;
