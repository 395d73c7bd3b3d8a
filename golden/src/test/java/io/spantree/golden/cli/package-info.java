@NullMarked
package io.spantree.golden.cli;

import org.jspecify.annotations.NullMarked;
