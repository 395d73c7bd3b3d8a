package io.spantree.golden.run;

/**
 * One line of a run record.
 *
 * <p>Each JVM appends to a file of its own, {@code spantree/runs/<start>-<pid>-<uuid>.jsonl} in the
 * build folder of the module: one JSON object per line, in UTF-8. A line that a killed JVM left
 * unfinished is no line, and one that a full disk has cut is passed over and named. Every line has
 * {@code type} and {@code at}, the time of writing in milliseconds since 1970; lines stand in the order in which they were written. A reader ignores
 * types and fields that it does not know, and refuses another {@code version}.
 *
 * <table>
 * <caption>The lines by their type</caption>
 * <tr><td>{@code run}</td><td>the first line of each file: {@link RunStarted}</td></tr>
 * <tr><td>{@code compared}</td><td>a comparison with a golden: {@link Compared}</td></tr>
 * <tr><td>{@code test}</td><td>a test execution has ended: {@link TestRan}</td></tr>
 * <tr><td>{@code class}</td><td>a test class has ended: {@link ClassRan}</td></tr>
 * <tr><td>{@code names}</td><td>telemetry that a test class emitted: {@link NamesSeen}</td></tr>
 * </table>
 */
public sealed interface RunLine permits RunStarted, Compared, TestRan, ClassRan, NamesSeen {

  /** When the line was written, in milliseconds since 1970. */
  long at();
}
