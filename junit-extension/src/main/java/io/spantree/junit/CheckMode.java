package io.spantree.junit;

import io.spantree.capture.Settings;
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
    String set = Settings.get(PROPERTY);
    String value = set == null ? "fail" : set;
    return Arrays.stream(values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> new ExtensionConfigurationException(
            "The system property " + PROPERTY + " is fail, warn or off; was \"" + value + "\"."));
  }
}
