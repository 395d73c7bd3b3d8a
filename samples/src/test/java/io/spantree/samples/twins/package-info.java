/** Shows that each broken twin fails a test that asserts nothing, and that correct code passes. */
@NullMarked
package io.spantree.samples.twins;

import org.jspecify.annotations.NullMarked;
