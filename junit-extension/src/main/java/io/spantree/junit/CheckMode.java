package io.spantree.junit;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What becomes of findings, by the system property {@code spantree.checks}. */
enum CheckMode {
  FAIL,
  WARN,
  OFF;

  static final String PROPERTY = "spantree.checks";

  /** Read for each test: a suite that adopts step by step can set it in between. */
  static CheckMode current() {
    String value = System.getProperty(PROPERTY, "fail");
    return Arrays.stream(values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> new ExtensionConfigurationException(
            "The system property " + PROPERTY + " is fail, warn or off; was \"" + value + "\"."));
  }
}
