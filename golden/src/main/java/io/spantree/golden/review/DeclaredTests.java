package io.spantree.golden.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the classes with tests: their own, inherited ones, and those that are marked by annotations
 * of the project which are marked themselves.
 */
final class DeclaredTests {
  private static final List<String> MARKS = List.of(
      "Lorg/junit/jupiter/api/Test;",
      "Lorg/junit/jupiter/api/RepeatedTest;",
      "Lorg/junit/jupiter/api/TestFactory;",
      "Lorg/junit/jupiter/params/ParameterizedTest;",
      "Lorg/junit/jupiter/api/TestTemplate;",
      "Lorg/junit/platform/commons/annotation/Testable;",
      "Lnet/jqwik/api/Property;",
      "Lnet/jqwik/api/Example;");

  private final TestClasses classes;
  private final Map<String, Optional<ClassFile>> read = new HashMap<>();

  DeclaredTests(TestClasses classes) {
    this.classes = classes;
  }

  /** Whether JUnit would make an instance of the class to run tests in it. */
  boolean areIn(String binaryName) {
    if (!find(binaryName).map(ClassFile::isConcrete).orElse(false)) {
      return false;
    }
    Deque<String> open = new ArrayDeque<>(List.of(binaryName));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      ClassFile file = find(open.remove()).orElse(null);
      if (file != null && MARKS.stream().anyMatch(file.texts()::contains)) {
        return true;
      } else if (file != null) {
        file.supers().stream().filter(seen::add).forEach(open::add);
        annotations(file).filter(seen::add).forEach(open::add);
      }
    }
    return false;
  }

  /** The annotations of the project among the types that it speaks of. */
  private java.util.stream.Stream<String> annotations(ClassFile file) {
    return file.texts().stream()
        .filter(text -> text.startsWith("L") && text.endsWith(";"))
        .map(text -> text.substring(1, text.length() - 1).replace('/', '.'))
        .filter(name -> find(name).map(ClassFile::isAnnotation).orElse(false));
  }

  private Optional<ClassFile> find(String binaryName) {
    return read.computeIfAbsent(binaryName, classes::find);
  }
}
