/** Tests of the demo itself. */
@NullMarked
package io.spantree.samples.demo;

import org.jspecify.annotations.NullMarked;
