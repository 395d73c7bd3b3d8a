package io.spantree.golden;

import io.spantree.model.TestIdentity;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the file of a test's golden from what does not change between runs or JUnit versions. */
final class GoldenKey {
  private static final List<String> NAME_NEEDED =
      List.of("[test-template-invocation:", "[dynamic-test:", "[class-template-invocation:");
  private static final String REPEATED = "org.junit.jupiter.api.RepeatedTest";

  private GoldenKey() {}

  /**
   * The files of the test's golden.
   *
   * @throws IllegalStateException when the test is unknown, or needs a name to be told apart
   */
  static GoldenFiles of(@Nullable TestIdentity test, String name) {
    if (test == null) {
      throw new IllegalStateException(
          "golden() finds its file by the running test, and this recording belongs to none. Put"
              + " @TraceTest on the test, or name the file: golden(Path.of(\"…/checkout.spans\")).");
    }
    if (name.isEmpty() && needsName(test)) {
      throw new IllegalStateException("Each invocation of "
          + test.method().getName()
          + " needs a golden of its own: give it a name that does not change, as in"
          + " golden(\"large-order\").");
    }
    return GoldenFiles.in(GoldenFolder.of(test.testClass()), relative(test, name));
  }

  private static boolean needsName(TestIdentity test) {
    boolean repeated = Arrays.stream(test.method().getAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(type -> type.getName().equals(REPEATED));
    return !repeated && NAME_NEEDED.stream().anyMatch(test.uniqueId()::contains);
  }

  private static String relative(TestIdentity test, String name) {
    Class<?> outermost = test.enclosingClasses().isEmpty()
        ? test.testClass()
        : test.enclosingClasses().get(0);
    String classes = Stream.concat(test.enclosingClasses().stream(), Stream.of(test.testClass()))
        .map(Class::getSimpleName)
        .collect(Collectors.joining("."));
    String folder = outermost.getPackageName().replace('.', '/');
    String method = method(test.testClass(), test.method());
    String file = name.isEmpty() ? method : method + "." + name;
    String path = SafeName.of(classes) + "/" + SafeName.of(file) + ".spans";
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  /** The method's name, with its parameter types where the class overloads it. */
  private static String method(Class<?> testClass, Method method) {
    long sameName = Arrays.stream(testClass.getDeclaredMethods())
        .filter(other -> other.getName().equals(method.getName()) && !other.isSynthetic())
        .count();
    if (sameName < 2) {
      return method.getName();
    }
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(",", method.getName() + "(", ")"));
  }
}
