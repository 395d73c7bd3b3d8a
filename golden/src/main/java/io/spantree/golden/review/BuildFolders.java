package io.spantree.golden.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the build folders of a project, in which runs leave what they received. */
final class BuildFolders {
  private static final int DEEPEST = 8;
  private static final Set<String> NAMES = Set.of("target", "build");
  private static final Set<String> SKIPPED = Set.of("src", "node_modules");

  private BuildFolders() {}

  /**
   * The folders {@code target/spantree} and {@code build/spantree} in and below a folder.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  static List<Path> in(Path project) {
    return walk(project, null);
  }

  /**
   * The modules with goldens in and below a folder, whether they have run or not.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  static List<Path> withGoldens(Path project) {
    List<Path> modules = new ArrayList<>();
    walk(project, modules);
    modules.sort(null);
    return modules;
  }

  private static List<Path> walk(Path project, @Nullable List<Path> withGoldens) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          project,
          EnumSet.noneOf(java.nio.file.FileVisitOption.class),
          DEEPEST,
          visitor(found, withGoldens));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the project folder " + project + ": " + e, e);
    }
    found.sort(null);
    return found;
  }

  /** Whether a golden lies in the folder of goldens of any source set. */
  private static boolean hasGoldens(Path sources) throws IOException {
    List<Path> folders;
    try (Stream<Path> sets = Files.list(sources)) {
      folders = sets.map(set -> set.resolve("resources/golden"))
          .filter(Files::isDirectory)
          .toList();
    }
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        if (files.anyMatch(file -> file.toString().endsWith(".spans"))) {
          return true;
        }
      }
    }
    return false;
  }

  private static FileVisitor<Path> visitor(List<Path> found, @Nullable List<Path> withGoldens) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        String name = Objects.toString(folder.getFileName(), "");
        if (NAMES.contains(name)) {
          if (Files.isDirectory(folder.resolve("spantree"))) {
            found.add(folder.resolve("spantree"));
          }
          return FileVisitResult.SKIP_SUBTREE;
        }
        Path module = folder.getParent();
        if (withGoldens != null && module != null && name.equals("src") && hasGoldens(folder)) {
          withGoldens.add(module);
        }
        boolean hidden = name.length() > 1 && name.startsWith(".") && !name.equals("..");
        return hidden || SKIPPED.contains(name)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE; // what cannot be entered holds no build of ours
      }
    };
  }
}
