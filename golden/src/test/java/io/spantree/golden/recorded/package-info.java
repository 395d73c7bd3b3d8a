@NullMarked
package io.spantree.golden.recorded;

import org.jspecify.annotations.NullMarked;
