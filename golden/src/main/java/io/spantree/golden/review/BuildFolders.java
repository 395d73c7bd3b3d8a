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
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          project, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, visitor(found));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the project folder " + project + ": " + e, e);
    }
    found.sort(null);
    return found;
  }

  private static FileVisitor<Path> visitor(List<Path> found) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = Objects.toString(folder.getFileName(), "");
        if (NAMES.contains(name)) {
          if (Files.isDirectory(folder.resolve("spantree"))) {
            found.add(folder.resolve("spantree"));
          }
          return FileVisitResult.SKIP_SUBTREE;
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
