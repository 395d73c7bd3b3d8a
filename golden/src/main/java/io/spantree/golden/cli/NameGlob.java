package io.spantree.golden.cli;

import io.spantree.golden.run.Compared;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Names goldens by the end of their path, {@code OrderTest/places}, by a whole class with the classes
 * in it, {@code OrderTest} or {@code io.acme.OrderTest}, or by a file, as shells complete it.
 *
 * <p>{@code *} and {@code ?} stand for characters of one name, {@code **} for folders, too.
 */
record NameGlob(Set<String> texts, List<PathMatcher> matchers) {

  static NameGlob of(String glob) {
    String text = glob.replace('\\', '/').strip();
    while (text.startsWith("./")) {
      text = text.substring(2);
    }
    if (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty()) {
      return new NameGlob(Set.of(), List.of());
    }
    Set<String> texts = new LinkedHashSet<>(List.of(text));
    if (text.indexOf('/') < 0) {
      texts.addAll(dotted(text));
    }
    return new NameGlob(texts, texts.stream().flatMap(NameGlob::matchers).toList());
  }

  /** As Java and Surefire write a class and a method: the dots behind packages, or all, are folders. */
  private static List<String> dotted(String text) {
    StringBuilder path = new StringBuilder(text.replace('#', '/'));
    int name = 0;
    int dot = path.indexOf(".");
    while (dot > 0 && Character.isLowerCase(path.charAt(name))) {
      path.setCharAt(dot, '/');
      name = dot + 1;
      dot = path.indexOf(".", name);
    }
    int last = path.lastIndexOf(".");
    String method = last < 0 ? "" : path.substring(0, last) + "/" + path.substring(last + 1);
    return Stream.of(path.toString(), method).filter(each -> !each.isEmpty()).toList();
  }

  private static Stream<PathMatcher> matchers(String text) {
    try {
      return Stream.of(text, text + ".spans", text + "/**", text + ".*/**")
          .flatMap(end -> Stream.of(end, "**/" + end))
          .map(each -> FileSystems.getDefault().getPathMatcher("glob:" + each))
          .toList() // at once, because of what it throws
          .stream();
    } catch (PatternSyntaxException e) {
      return Stream.of(); // a name with brackets, as overloads have them
    }
  }

  boolean matches(Compared compared) {
    return matches(compared.name()) || isFile(compared.golden()) || isFile(compared.received());
  }

  boolean matches(String name) {
    String slashed = "/" + name;
    Path path = Path.of(name);
    return texts.stream()
            .anyMatch(text -> slashed.endsWith("/" + text)
                || slashed.endsWith("/" + text + ".spans")
                || slashed.contains("/" + text + "/"))
        || matchers.stream().anyMatch(matcher -> matcher.matches(path));
  }

  /** A path from some folder of the project on; the name of a folder above it says nothing. */
  private boolean isFile(Path file) {
    String path = file.toString().replace('\\', '/');
    return texts.stream()
        .filter(text -> text.endsWith(".spans"))
        .anyMatch(text -> path.equals(text) || path.endsWith("/" + text));
  }
}
