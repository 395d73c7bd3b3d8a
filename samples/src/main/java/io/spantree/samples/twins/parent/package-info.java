/** Consumers of messages, each with a twin that makes up the parent of its span (B21, B22). */
@NullMarked
package io.spantree.samples.twins.parent;

import org.jspecify.annotations.NullMarked;
