/** Tests of the text that users read. */
@NullMarked
package io.spantree.report;

import org.jspecify.annotations.NullMarked;
