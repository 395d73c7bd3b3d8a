/** What {@code @TraceTest} does to a test, seen from outside by running tests within tests. */
package io.spantree.junit;
