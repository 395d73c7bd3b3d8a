package io.spantree.golden.cli;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Names goldens by the end of their path: a method, {@code OrderTest/places}, or a whole class.
 *
 * <p>{@code *} and {@code ?} stand for characters of one name, {@code **} for folders, too.
 */
record NameGlob(String text, List<PathMatcher> matchers) {

  static NameGlob of(String glob) {
    String plain = glob.replace('\\', '/');
    List<String> globs = Stream.of(plain, plain + ".spans", plain + "/**")
        .flatMap(end -> Stream.of(end, "**/" + end))
        .toList();
    try {
      return new NameGlob(
          plain,
          globs.stream()
              .map(each -> FileSystems.getDefault().getPathMatcher("glob:" + each))
              .toList());
    } catch (PatternSyntaxException e) {
      return new NameGlob(plain, List.of()); // a name with brackets, as overloads have them
    }
  }

  boolean matches(String name) {
    String slashed = "/" + name;
    boolean literal = slashed.endsWith("/" + text)
        || slashed.endsWith("/" + text + ".spans")
        || slashed.contains("/" + text + "/");
    Path path = Path.of(name);
    return literal || matchers.stream().anyMatch(matcher -> matcher.matches(path));
  }
}
