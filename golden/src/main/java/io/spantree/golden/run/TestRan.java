package io.spantree.golden.run;

/**
 * A test execution has ended; also of tests that compare with no golden.
 *
 * <p>{@code {"type":"test","at":…,"test":{…},"passed":true}}
 *
 * @param at when the line was written
 * @param test the test execution; of a skipped template of invocations its method
 * @param passed whether it passed; neither a failed nor an aborted nor a skipped one did
 */
public record TestRan(long at, RanTest test, boolean passed) implements RunLine {}
