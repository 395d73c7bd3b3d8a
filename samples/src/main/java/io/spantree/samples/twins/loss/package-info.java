/** Operations, each with a twin that gives a span more than it can keep (B14). */
@NullMarked
package io.spantree.samples.twins.loss;

import org.jspecify.annotations.NullMarked;
