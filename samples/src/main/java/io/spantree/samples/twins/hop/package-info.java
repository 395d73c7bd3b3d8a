/** Ways onto another thread, each with a twin that loses the context on the way (B06). */
@NullMarked
package io.spantree.samples.twins.hop;

import org.jspecify.annotations.NullMarked;
