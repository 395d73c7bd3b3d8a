package io.spantree.golden;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Which tests of a class ran and passed. */
final class ClassRun {
  private final Set<String> passed = new HashSet<>();
  private final Set<Class<?>> fullNested = new HashSet<>();
  private boolean failed;

  synchronized void ended(@Nullable TestSource source, boolean hasPassed) {
    failed |= !hasPassed;
    if (hasPassed && source instanceof MethodSource method) {
      String types = Objects.requireNonNullElse(method.getMethodParameterTypes(), "");
      passed.add(method.getMethodName() + "(" + types.replace(" ", "") + ")");
    }
  }

  synchronized void nestedEnded(Class<?> nested, boolean full) {
    failed |= !full;
    fullNested.add(nested);
  }

  /** Whether all tests of the class ran, and passed. */
  synchronized boolean isFull(Class<?> testClass) {
    return !failed
        && AnnotationSupport.findAnnotatedMethods(
                testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
            .stream()
            .allMatch(method -> passed.contains(signature(method)))
        && fullNested.containsAll(ReflectionSupport.findNestedClasses(
            testClass, nested -> AnnotationSupport.isAnnotated(nested, Nested.class)));
  }

  private static String signature(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(Class::getName)
        .collect(Collectors.joining(",", method.getName() + "(", ")"));
  }
}
