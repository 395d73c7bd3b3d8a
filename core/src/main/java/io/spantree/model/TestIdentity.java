package io.spantree.model;

import java.lang.reflect.Method;
import java.util.List;

/**
 * The test execution that a recording belongs to.
 *
 * @param uniqueId JUnit's unique id: another one for each invocation of a repeated test
 * @param displayName the name that reports show
 * @param enclosingClasses the classes around a nested test class, outermost first; else empty
 * @param testClass the class whose test ran, which may inherit the method
 * @param method the test method
 */
public record TestIdentity(
    String uniqueId,
    String displayName,
    List<Class<?>> enclosingClasses,
    Class<?> testClass,
    Method method) {

  public TestIdentity {
    enclosingClasses = List.copyOf(enclosingClasses);
  }
}
