/** Runs Spantree in builds of users. */
@NullMarked
package io.spantree.samples.builds;

import org.jspecify.annotations.NullMarked;
