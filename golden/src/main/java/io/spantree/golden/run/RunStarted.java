package io.spantree.golden.run;

/**
 * The first line of a run record: the JVM that writes it.
 *
 * <p>{@code {"type":"run","at":…,"version":1,"pid":4711,"group":"4700-1764064712345"}}
 *
 * @param at when the line was written
 * @param pid the process id of the JVM
 * @param group the same for all JVMs that one process has started: the forks of one Maven build;
 *     with Gradle or an IDE, which live on, the forks of several builds
 */
public record RunStarted(long at, long pid, String group) implements RunLine {
  /** The version of the lines that this version of Spantree reads and writes. */
  public static final long VERSION = 1;
}
