package io.spantree.golden.noise;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Reads rules from a {@code golden.properties}.
 *
 * <pre>
 * library-scopes = com.acme.tracing.*
 * leave-out      = host.name, process.*
 * propose.order.id = &lt;uuid&gt;
 * keep           = server.port
 * </pre>
 */
public final class NoiseProperties {
  /** The name of the file, in the folder of a package's goldens or above. */
  public static final String FILE = "golden.properties";

  private static final String PROPOSE = "propose.";

  private NoiseProperties() {}

  /**
   * The rules of one file.
   *
   * @param source how messages call it
   * @throws IllegalStateException when it holds something else, with what it may hold
   */
  public static NoiseRules read(String text, String source) {
    Properties properties = load(text, source);
    NoiseRules rules = NoiseRules.none()
        .libraryScopes(list(properties, "library-scopes"))
        .leaveOut(list(properties, "leave-out"));
    List<String> names = new ArrayList<>(properties.stringPropertyNames());
    names.sort(Comparator.comparingInt(String::length)); // the longer key is the closer one
    for (String name : names) {
      if (name.startsWith(PROPOSE) && name.length() > PROPOSE.length()) {
        String matcher = properties.getProperty(name);
        rules = rules.propose(name.substring(PROPOSE.length()), matcher, source + ": " + name);
      } else if (!List.of("library-scopes", "leave-out", "keep").contains(name)) {
        throw new IllegalStateException(source + ": \"" + name + "\" is no rule;"
            + " there are library-scopes, leave-out, keep and propose.<key>");
      }
    }
    return rules.keep(list(properties, "keep"));
  }

  private static Properties load(String text, String source) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(source + ": " + e.getMessage(), e);
    }
    return properties;
  }

  private static String[] list(Properties properties, String name) {
    return Stream.of(properties.getProperty(name, "").split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toArray(String[]::new);
  }
}
