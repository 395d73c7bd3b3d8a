package io.spantree.capture;

import io.spantree.model.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is set for all tests: by a system property, else by the file {@code spantree.properties} on
 * the class path, under the same name.
 */
public final class Settings {
  static final String FILE = "spantree.properties";
  static final String IGNORE = "spantree.ignore";
  static final String AWAIT = "spantree.await";
  static final String SETTLE = "spantree.settle";

  private static final String PREFIX = "spantree.";

  /** What the file can hold, and a system property of the same name. */
  private static final Set<String> KEYS = new TreeSet<>(List.of(
      IGNORE,
      AWAIT,
      SETTLE,
      "spantree.checks",
      "spantree.global",
      "spantree.late",
      "spantree.unclaimed"));

  /** What only system properties can say: some fork or command differs from the others. */
  private static final Set<String> PROPERTIES =
      new TreeSet<>(List.of("spantree.golden", "spantree.golden.dir"));

  /** Maven hands on to the tests what a build was told of its dependencies. */
  private static final String VERSION = "spantree.version";

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ns|µs|us|ms|s|m)");
  private static @Nullable Settings ofClassPath; // guarded by the class

  private final Properties file;
  private final List<String> ignored = new ArrayList<>();

  Settings(Properties file) {
    this.file = file;
    for (String key : new TreeSet<>(file.stringPropertyNames())) {
      if (key.startsWith(IGNORE + ".")) { // a key for each: no character is a separator
        ignored.add(file.getProperty(key));
      } else if (PROPERTIES.contains(key)) {
        throw new IllegalStateException(
            FILE + " on the class path has a key " + key + ", which can only be a system property");
      } else if (!KEYS.contains(key)) {
        throw new IllegalStateException(FILE + " on the class path has an unknown key " + key + "; "
            + meant(key, KEYS).orElse("")
            + "known are " + KEYS + " and " + IGNORE + ".<any name>");
      }
    }
  }

  /** A line on each system property that looks like ours and is none, and so has no effect. */
  static List<String> unknown(Set<String> properties) {
    Set<String> known = new TreeSet<>(KEYS);
    known.addAll(PROPERTIES);
    List<String> lines = new ArrayList<>();
    for (String name : new TreeSet<>(properties)) {
      if (name.startsWith(PREFIX) && !known.contains(name) && !VERSION.equals(name)) {
        lines.add("The system property " + name + " has no effect: "
            + meant(name, known).orElse("Spantree knows none of that name; ")
            + "known are " + known);
      }
    }
    return lines;
  }

  /** What stands behind the prefix alone says whether a name is like another. */
  private static Optional<String> meant(String name, Set<String> known) {
    String word = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    List<String> words =
        known.stream().map(key -> key.substring(PREFIX.length())).toList();
    Optional<String> nearest = words.contains(word) ? Optional.of(word) : Nearest.to(word, words);
    return nearest.map(found -> "did you mean " + PREFIX + found + "? ");
  }

  private static synchronized Settings ofClassPath() {
    if (ofClassPath == null) {
      unknown(System.getProperties().stringPropertyNames()).forEach(System.err::println);
      ofClassPath = new Settings(read());
    }
    return ofClassPath;
  }

  /** The value of that name, or null when nobody has set it. */
  public static @Nullable String get(String name) {
    return ofClassPath().value(name);
  }

  /**
   * The value of that name, which is one of a few words; the first of them if nobody has set it.
   *
   * @throws IllegalArgumentException if it is another one
   */
  public static String choice(String name, String... words) {
    return ofClassPath().oneOf(name, words);
  }

  String oneOf(String name, String... words) {
    String value = value(name);
    if (value == null) {
      return words[0];
    } else if (!List.of(words).contains(value)) {
      int last = words.length - 1;
      throw new IllegalArgumentException(where(name) + " is "
          + String.join(", ", List.of(words).subList(0, last)) + " or " + words[last] + "; was \""
          + value + "\".");
    }
    return value;
  }

  private static String where(String name) {
    return System.getProperty(name) == null ? name + " in " + FILE : "The system property " + name;
  }

  /**
   * Reads a duration such as {@code 500 ms}, {@code 2 s} or {@code 1 m}.
   *
   * @param name where it is written, for the message
   * @throws IllegalArgumentException if the text is no duration
   */
  public static Duration duration(String name, String text) {
    Matcher parts = DURATION.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          name + " is a number and a unit (ns, µs, ms, s or m), such as \"500 ms\"; was \"" + text
              + "\"");
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ns" -> Duration.ofNanos(amount);
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofNanos(amount * 1_000);
    };
  }

  static void applyTo(SpanCaptureBuilder builder) {
    ofClassPath().apply(builder);
  }

  void apply(SpanCaptureBuilder builder) {
    String await = value(AWAIT);
    if (await != null) {
      builder.await(duration(AWAIT, await));
    }
    String settle = value(SETTLE);
    if (settle != null) {
      builder.settle(duration(SETTLE, settle));
    }
    String ignore = value(IGNORE);
    if (ignore != null) {
      builder.ignore(ignore);
    }
    ignored.forEach(builder::ignore);
  }

  @Nullable
  String value(String name) {
    return System.getProperty(name, file.getProperty(name));
  }

  private static Properties read() {
    Properties properties = new Properties();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ClassLoader used = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    try (InputStream file = used.getResourceAsStream(FILE)) {
      if (file != null) {
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
        properties.load(reader);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(FILE + " on the class path cannot be read: " + e, e);
    }
    return properties;
  }
}
