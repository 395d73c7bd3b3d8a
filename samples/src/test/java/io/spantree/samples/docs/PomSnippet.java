package io.spantree.samples.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads coordinates out of a piece of a pom, with the properties of the same piece filled in. */
final class PomSnippet {
  private static final Pattern COORDINATES =
      Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>"
          + "(?:\\s*<version>([^<]+)</version>)?");
  private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9.-]+)>([^<>]+)</\\1>");

  private PomSnippet() {}

  /** {@code group:artifact:version}, the version of the project itself included. */
  static List<String> coordinates(String pom) {
    String version = "0.1.0-SNAPSHOT";
    String filled = pom.replace("${project.version}", version);
    Matcher property = PROPERTY.matcher(pom);
    while (property.find()) {
      filled = filled.replace("${" + property.group(1) + "}", property.group(2));
    }
    List<String> found = new ArrayList<>();
    Matcher coordinates = COORDINATES.matcher(filled);
    while (coordinates.find()) {
      found.add(coordinates.group(1) + ":" + coordinates.group(2) + ":" + coordinates.group(3));
    }
    return found;
  }
}
