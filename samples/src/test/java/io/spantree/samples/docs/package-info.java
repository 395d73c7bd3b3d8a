/** What README and docs show, run. */
@NullMarked
package io.spantree.samples.docs;

import org.jspecify.annotations.NullMarked;
