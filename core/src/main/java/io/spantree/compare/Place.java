package io.spantree.compare;

import io.spantree.model.SpanNode;
import org.jspecify.annotations.Nullable;

/**
 * A line of the outline below one recorded parent: what has to be filled by a recorded span.
 *
 * @param expected the line
 * @param under the recorded parent; null for a root line and where the parent itself is missing
 */
record Place(ExpectedSpan expected, @Nullable SpanNode under) {}
