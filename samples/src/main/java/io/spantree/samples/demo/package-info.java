/** The demo: the rewards engine as shipped, and its broken twins, under Spantree's eyes. */
@NullMarked
package io.spantree.samples.demo;

import org.jspecify.annotations.NullMarked;
