package io.spantree.golden.run;

import java.util.List;

/**
 * A test class has ended.
 *
 * <p>{@code {"type":"class","at":…,"classes":["io.acme.OrderTest"],"full":true}}
 *
 * @param at when the line was written
 * @param classes the binary names of the outermost class down to this one
 * @param full whether all of its test methods and nested classes ran, and all passed
 */
public record ClassRan(long at, List<String> classes, boolean full) implements RunLine {
  public ClassRan {
    classes = List.copyOf(classes);
  }
}
