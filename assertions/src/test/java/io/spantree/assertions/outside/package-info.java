/** What a user can add to the assertions from a package of their own. */
@NullMarked
package io.spantree.assertions.outside;

import org.jspecify.annotations.NullMarked;
