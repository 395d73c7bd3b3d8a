/** What a test recorded: traces, the tree of their spans, the evidence beside each span, and findings. */
@NullMarked
package io.spantree.model;

import org.jspecify.annotations.NullMarked;
