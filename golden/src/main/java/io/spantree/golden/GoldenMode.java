package io.spantree.golden;

import io.spantree.report.GoldenText;
import java.util.Locale;
import java.util.Map;

/** Whether goldens are compared. */
enum GoldenMode {
  CHECK,
  OFF;

  static final String PROPERTY = "spantree.golden";
  static final String VARIABLE = "SPANTREE_GOLDEN";

  /**
   * The mode that the system property names, else the environment variable; neither means check.
   *
   * @throws IllegalStateException when there is no such mode
   */
  static GoldenMode current() {
    return of(System.getProperty(PROPERTY, ""), System.getenv());
  }

  /** Whether nothing is to be compared, nor written down; a mode that is none is told elsewhere. */
  static boolean isOff() {
    return isOff(System.getProperty(PROPERTY, ""), System.getenv());
  }

  static boolean isOff(String property, Map<String, String> environment) {
    return setting(property, environment).equalsIgnoreCase(OFF.name());
  }

  /** A property that is blank says nothing. */
  private static String setting(String property, Map<String, String> environment) {
    return (property.isBlank() ? environment.getOrDefault(VARIABLE, "") : property).strip();
  }

  static GoldenMode of(String property, Map<String, String> environment) {
    String value = setting(property, environment);
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "", "check" -> CHECK;
      case "off" -> OFF;
      default ->
        throw new IllegalStateException(
            GoldenText.unknownMode(property.isBlank() ? VARIABLE : "-D" + PROPERTY, value));
    };
  }
}
