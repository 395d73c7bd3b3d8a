package io.spantree.junit;

import io.spantree.capture.Settings;
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
    try {
      return valueOf(Settings.choice(PROPERTY, "fail", "warn", "off").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }
}
