/** A pull request from the refactoring to the review, on a repository of its own. */
@NullMarked
package io.spantree.samples.walk;

import org.jspecify.annotations.NullMarked;
