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
    return System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""))
        .strip()
        .equalsIgnoreCase(OFF.name());
  }

  static GoldenMode of(String property, Map<String, String> environment) {
    boolean named = !property.isBlank();
    String value = (named ? property : environment.getOrDefault(VARIABLE, "")).strip();
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "", "check" -> CHECK;
      case "off" -> OFF;
      default ->
        throw new IllegalStateException(
            GoldenText.unknownMode(named ? "-D" + PROPERTY : VARIABLE, value));
    };
  }
}
