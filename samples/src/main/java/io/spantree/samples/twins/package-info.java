/**
 * Broken twins of the rewards engine's parts: plausible refactorings that compile, keep the
 * behaviour, and break what the traces say.
 */
@NullMarked
package io.spantree.samples.twins;

import org.jspecify.annotations.NullMarked;
