package io.spantree.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes whole text files; a write that fails midway leaves the old file whole. */
public final class TextFile {
  private TextFile() {}

  /** The text of a golden, wherever it is; empty when there is none yet. */
  static Optional<String> readGolden(GoldenFiles files) {
    if (files.resource() != null) {
      return Optional.of(read(files.resource().place()));
    }
    refuseLinkOut(files);
    return read(files.golden());
  }

  /** A link that leads out of the folder would have another file compared, and overwritten. */
  private static void refuseLinkOut(GoldenFiles files) {
    if (files.root() != null) {
      refuseLinkOut(files.golden(), files.root());
    }
  }

  /**
   * Refuses a golden that is reached by a symbolic link which leads out of its folder.
   *
   * @param root the folder of goldens
   * @throws IllegalStateException when there is such a link
   */
  public static void refuseLinkOut(Path golden, Path root) {
    Path at = root;
    for (Path part : root.relativize(golden)) {
      at = at.resolve(part);
      if (Files.isSymbolicLink(at) && !isInside(at, root)) {
        throw new IllegalStateException("the golden " + golden + " is reached by " + at
            + ", a symbolic link that leads out of " + root + "; replace the link by a file");
      }
    }
  }

  private static boolean isInside(Path link, Path root) {
    try {
      return link.toRealPath().startsWith(root.toRealPath());
    } catch (IOException e) { // it leads nowhere
      return false;
    }
  }

  static String read(URL resource) {
    try (InputStream stream = resource.openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the golden " + resource + ": " + e, e);
    }
  }

  /** Empty when there is no such file. */
  public static Optional<String> read(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalStateException(
          "a golden is a file, but " + file + " is a folder; move it away");
    }
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw new UncheckedIOException("the golden " + file + " may not be read; allow it", e);
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException(file + " is not in UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the golden " + file + ": " + e.getMessage(), e);
    }
  }

  /** The text with the line ends and the byte order mark of another, so that a diff is small. */
  public static String like(String model, String text) {
    String ends = model.contains("\r\n") ? text.replace("\n", "\r\n") : text;
    return model.startsWith("\uFEFF") ? "\uFEFF" + ends : ends;
  }

  /** Writes beside the file and moves the result in place. */
  public static void write(Path file, String text) {
    write(file, text, folder(file));
  }

  /** The same; a symbolic link is replaced, for it may lead among the sources. */
  static void writeOver(Path file, String text) {
    if (Files.isSymbolicLink(file)) {
      delete(file);
    }
    write(file, text);
  }

  /**
   * Writes in another folder and moves the result in place, so that nothing is left beside the file
   * when the process is killed; beside the file where the two are not on one disk.
   */
  public static void write(Path file, String text, Path workshop) {
    try {
      Path place = Files.isSymbolicLink(file) ? file.toRealPath() : file;
      Files.createDirectories(folder(place));
      Files.createDirectories(workshop);
      try {
        replace(place, text, workshop);
      } catch (AtomicMoveNotSupportedException twoDisks) {
        replace(place, text, folder(place));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), "a golden has a folder");
  }

  private static void replace(Path file, String text, Path workshop) throws IOException {
    Path fresh = workshop.resolve(".spantree" + UUID.randomUUID() + ".tmp");
    try {
      // unlike a temporary file, which its owner alone may read
      Files.writeString(
          fresh,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      keepPermissions(file, fresh);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void keepPermissions(Path old, Path fresh) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(old, PosixFileAttributeView.class);
    if (view != null && Files.exists(old)) {
      Files.setPosixFilePermissions(fresh, view.readAttributes().permissions());
    }
  }

  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the outdated " + file + ": " + e, e);
    }
  }
}
