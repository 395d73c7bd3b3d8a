@NullMarked
package io.spantree.golden.review;

import org.jspecify.annotations.NullMarked;
