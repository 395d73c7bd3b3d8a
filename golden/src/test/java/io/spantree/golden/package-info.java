@NullMarked
package io.spantree.golden;

import org.jspecify.annotations.NullMarked;
