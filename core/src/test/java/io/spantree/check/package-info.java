@NullMarked
package io.spantree.check;

import org.jspecify.annotations.NullMarked;
