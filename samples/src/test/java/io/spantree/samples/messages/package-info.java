/** The failures that the docs show beside those of other libraries, made by the code that fails. */
@NullMarked
package io.spantree.samples.messages;

import org.jspecify.annotations.NullMarked;
