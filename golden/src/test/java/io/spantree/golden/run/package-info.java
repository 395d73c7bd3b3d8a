@NullMarked
package io.spantree.golden.run;

import org.jspecify.annotations.NullMarked;
