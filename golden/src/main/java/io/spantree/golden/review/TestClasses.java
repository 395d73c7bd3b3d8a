package io.spantree.golden.review;

import io.spantree.golden.run.RanTest;
import io.spantree.golden.run.TestRan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The compiled tests of a module. */
final class TestClasses {
  private static final List<String> TESTS = List.of(
      "Lorg/junit/jupiter/api/Test;",
      "Lorg/junit/jupiter/api/RepeatedTest;",
      "Lorg/junit/jupiter/api/TestFactory;",
      "Lorg/junit/jupiter/params/ParameterizedTest;",
      "Lorg/junit/jupiter/api/TestTemplate;");

  private final Set<Path> folders = new LinkedHashSet<>();

  TestClasses(Workspace.Module module) {
    Path build = module.build().getParent();
    if (build != null) {
      add(build.resolve("test-classes"));
      add(build.resolve("classes/java/test"));
      add(build.resolve("classes/kotlin/test"));
    }
    module.records().stream()
        .flatMap(record -> record.lines().stream())
        .filter(TestRan.class::isInstance)
        .map(line -> ((TestRan) line).test())
        .map(RanTest::source)
        .distinct()
        .forEach(source -> {
          if (source != null) {
            add(source);
          }
        });
  }

  private void add(Path folder) {
    if (Files.isDirectory(folder)) {
      folders.add(folder);
    }
  }

  boolean isCompiled() {
    return !folders.isEmpty();
  }

  Optional<ClassFile> find(String binaryName) {
    for (Path folder : folders) {
      Path file = folder.resolve(binaryName.replace('.', '/') + ".class");
      if (Files.exists(file)) {
        return Optional.of(ClassFile.read(file));
      }
    }
    return Optional.empty();
  }

  /** The methods of a class and of all above it; empty when one of these is not here. */
  Optional<Set<String>> methods(String binaryName) {
    Set<String> methods = new HashSet<>();
    List<String> classes = new ArrayList<>(List.of(binaryName));
    for (int i = 0; i < classes.size(); i++) {
      Optional<ClassFile> found = find(classes.get(i));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      methods.addAll(found.get().methods());
      for (String above : found.get().supers()) {
        if (!classes.contains(above)) {
          classes.add(above);
        }
      }
    }
    return Optional.of(methods);
  }

  /** The binary names of the concrete classes with tests of their own. */
  Set<String> withTests() {
    Set<String> names = new LinkedHashSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".class"))
            .sorted()
            .filter(file -> hasTests(ClassFile.read(file)))
            .forEach(file -> names.add(name(folder, file)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the test classes in " + folder + ": " + e, e);
      }
    }
    return names;
  }

  private static boolean hasTests(ClassFile file) {
    return file.isConcrete() && TESTS.stream().anyMatch(file.texts()::contains);
  }

  private static String name(Path folder, Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }
}
