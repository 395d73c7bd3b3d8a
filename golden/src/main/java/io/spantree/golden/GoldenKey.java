package io.spantree.golden;

import io.spantree.model.TestIdentity;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the file of a test's golden from what does not change between runs or JUnit versions. */
final class GoldenKey {
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
    return GoldenFolder.files(test.testClass(), relative(test, name));
  }

  /** Repetitions and retries of one test share its golden; other invocations differ. */
  private static boolean needsName(TestIdentity test) {
    String id = test.uniqueId();
    return id.contains("[test-factory:")
        || id.contains("[dynamic-test:")
        || id.contains("[class-template-invocation:")
        || id.contains("[test-template-invocation:") && !Invocations.of(test).areOneTest();
  }

  private static String relative(TestIdentity test, String name) {
    String folder = Stream.of(outermost(test).getPackageName().split("\\."))
        .map(part -> part.isEmpty() ? part : SafeName.of(part))
        .collect(Collectors.joining("/"));
    String method = method(test.testClass(), test.method());
    String file = name.isEmpty() ? method : method + "." + name;
    String path = classFolder(test, around(outermost(test))) + "/" + SafeName.of(file) + ".spans";
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  /**
   * A golden at the place that one of a static nested class had before, for a test whose own does
   * not exist; null when there is none.
   */
  static @Nullable Path former(TestIdentity test, GoldenFiles files) {
    Path folder = files.golden().getParent();
    if (folder == null || !folder.endsWith(classFolder(test, around(outermost(test))))) {
      return null;
    }
    Path former = folder
        .resolveSibling(classFolder(test, List.of()))
        .resolve(files.golden().getFileName());
    return Files.exists(former) ? former : null;
  }

  private static Class<?> outermost(TestIdentity test) {
    return test.enclosingClasses().isEmpty()
        ? test.testClass()
        : test.enclosingClasses().get(0);
  }

  /** The classes that a static nested class stands in, which are none that JUnit knows of. */
  private static List<Class<?>> around(Class<?> outermost) {
    Deque<Class<?>> around = new ArrayDeque<>();
    for (Class<?> at = outermost.getEnclosingClass(); at != null; at = at.getEnclosingClass()) {
      around.push(at);
    }
    return List.copyOf(around);
  }

  private static String classFolder(TestIdentity test, List<Class<?>> around) {
    return SafeName.of(Stream.of(around, test.enclosingClasses(), List.of(test.testClass()))
        .flatMap(List::stream)
        .map(Class::getSimpleName)
        .collect(Collectors.joining(".")));
  }

  /** The method's name, with its parameter types where the class overloads it. */
  private static String method(Class<?> testClass, Method method) {
    Set<List<Class<?>>> overloads = new HashSet<>();
    boolean likeAnother = false;
    for (Method other : methods(testClass)) {
      if (other.getName().equals(method.getName()) && !other.isSynthetic()) {
        overloads.add(List.of(other.getParameterTypes()));
      }
      likeAnother |= !other.getName().equals(method.getName())
          && other.getName().equalsIgnoreCase(method.getName());
    }
    String name = likeAnother ? SafeName.hashed(method.getName()) : method.getName();
    if (overloads.size() < 2) {
      return name;
    }
    String simple = parameters(List.of(method.getParameterTypes()), Class::getSimpleName);
    long alike = overloads.stream()
        .filter(types -> parameters(types, Class::getSimpleName).equals(simple))
        .count();
    return name
        + (alike < 2
            ? simple
            : parameters(List.of(method.getParameterTypes()), Class::getTypeName));
  }

  private static String parameters(List<Class<?>> types, Function<Class<?>, String> name) {
    return types.stream().map(name).collect(Collectors.joining(",", "(", ")"));
  }

  private static List<Method> methods(Class<?> testClass) {
    List<Method> methods = new ArrayList<>(List.of(testClass.getMethods()));
    for (Class<?> at = testClass; at != null && at != Object.class; at = at.getSuperclass()) {
      methods.addAll(List.of(at.getDeclaredMethods()));
    }
    return methods;
  }
}
