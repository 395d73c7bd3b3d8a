/**
 * Broken twins of operations of the rewards domain: plausible mistakes that compile, keep the
 * behaviour, and break what the traces say.
 */
@NullMarked
package io.spantree.samples.twins;

import org.jspecify.annotations.NullMarked;
