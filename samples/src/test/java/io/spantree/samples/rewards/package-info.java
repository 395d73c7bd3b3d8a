/** What the rewards engine does, tested without Spantree. */
@NullMarked
package io.spantree.samples.rewards;

import org.jspecify.annotations.NullMarked;
