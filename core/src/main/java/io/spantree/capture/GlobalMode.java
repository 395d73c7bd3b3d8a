package io.spantree.capture;

import java.util.Objects;

/** When the router is the global, as the system property {@code spantree.global} says. */
enum GlobalMode {
  /** While a class with {@code @TraceTest} is active; every other value means this, too. */
  CLASS,
  /** From the opening of the launcher's session to its end. */
  SESSION,
  OFF;

  static final String PROPERTY = "spantree.global";

  static GlobalMode chosen() {
    return switch (Objects.toString(Settings.get(PROPERTY), "")) {
      case "session" -> SESSION;
      case "off" -> OFF;
      default -> CLASS;
    };
  }
}
