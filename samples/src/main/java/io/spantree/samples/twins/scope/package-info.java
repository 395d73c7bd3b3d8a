/** Operations, each with a twin that does not close its scope as it should (B10). */
@NullMarked
package io.spantree.samples.twins.scope;

import org.jspecify.annotations.NullMarked;
