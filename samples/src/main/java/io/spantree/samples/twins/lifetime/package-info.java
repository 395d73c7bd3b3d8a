/** Operations, each with a twin that forgets to end its span, or works on after the end (B09, B11, B13). */
@NullMarked
package io.spantree.samples.twins.lifetime;

import org.jspecify.annotations.NullMarked;
