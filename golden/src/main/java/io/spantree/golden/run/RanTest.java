package io.spantree.golden.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A test execution, as a run record names it.
 *
 * <p>{@code {"id":"[engine:junit-jupiter]/…","display":"queues()","classes":["io.acme.OrderTest"],
 * "method":"queues","parameters":["java.lang.String"],"source":"/…/target/test-classes"}}
 *
 * @param id JUnit's unique id: the same for each attempt, another one for each invocation
 * @param display the name that reports show
 * @param classes the binary names of the outermost class down to the class whose test ran
 * @param method the name of the test method
 * @param parameters the binary names of the types of its parameters
 * @param source the folder or jar that the class was loaded from; null when that is unknown
 */
public record RanTest(
    String id,
    String display,
    List<String> classes,
    String method,
    List<String> parameters,
    @Nullable Path source) {

  public RanTest {
    classes = List.copyOf(classes);
    parameters = List.copyOf(parameters);
  }

  /** The same with its paths elsewhere. */
  public RanTest relocated(UnaryOperator<Path> place) {
    Path there = source == null ? null : place.apply(source);
    return new RanTest(id, display, classes, method, parameters, there);
  }

  /** The binary name of the class whose test ran. */
  public String testClass() {
    return classes.get(classes.size() - 1);
  }

  /** The file of the class whose test ran; null when it does not lie in a folder of classes. */
  public @Nullable Path classFile() {
    boolean jar = source == null || source.toString().endsWith(".jar");
    return source == null || jar ? null : source.resolve(testClass().replace('.', '/') + ".class");
  }
}
