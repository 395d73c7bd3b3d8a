package io.spantree.golden.review;

import io.spantree.golden.run.TestRan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The compiled tests of a module. */
final class TestClasses {
  private final Set<Path> folders = new LinkedHashSet<>();

  private final boolean complete;

  private TestClasses(Stream<Path> found, boolean complete) {
    found.filter(Files::isDirectory).forEach(folders::add);
    this.complete = complete && !folders.isEmpty();
  }

  /** All that the module's tests are known to be compiled to. */
  static TestClasses of(Workspace.Module module) {
    Stream<Path> ran = module.records().stream()
        .flatMap(record -> record.lines().stream())
        .filter(TestRan.class::isInstance)
        .map(line -> ((TestRan) line).test().source())
        .filter(Objects::nonNull);
    return new TestClasses(Stream.concat(compiled(module, "test"), ran), true);
  }

  /**
   * What the tests of one source set are compiled to, for the classes of another say nothing of
   * these.
   *
   * @param sources where the tests came from that are known to belong to it
   */
  static TestClasses of(Workspace.Module module, @Nullable String set, Set<Path> sources) {
    List<Path> compiled = set == null
        ? List.of()
        : compiled(module, set).filter(TestClasses::hasClasses).toList();
    boolean complete = sources.stream().allMatch(TestClasses::hasClasses);
    return new TestClasses(Stream.concat(compiled.stream(), sources.stream()), complete);
  }

  /** Where Maven and Gradle put the classes of a source set, in any language. */
  private static Stream<Path> compiled(Workspace.Module module, String set) {
    Path build = module.build().getParent();
    if (build == null) {
      return Stream.empty();
    }
    Stream<Path> maven =
        set.equals("test") ? Stream.of(build.resolve("test-classes")) : Stream.empty();
    return Stream.concat(
        maven, children(build.resolve("classes")).stream().map(language -> language.resolve(set)));
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the test classes in " + folder + ": " + e, e);
    }
  }

  /** A compiler that fails leaves an empty folder. */
  private static boolean hasClasses(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".class"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the test classes in " + folder + ": " + e, e);
    }
  }

  /** Whether a class that is not here is nowhere. */
  boolean isCompiled() {
    return complete;
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

  /** The binary names of the classes that JUnit would run tests of. */
  Set<String> withTests() {
    DeclaredTests tests = new DeclaredTests(this);
    Set<String> names = new LinkedHashSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".class"))
            .sorted()
            .map(file -> name(folder, file))
            .filter(tests::areIn)
            .forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the test classes in " + folder + ": " + e, e);
      }
    }
    return names;
  }

  private static String name(Path folder, Path file) {
    String path = folder.relativize(file).toString().replace('\\', '/');
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }
}
