package io.spantree.capture;

/** When the router is the global, as the system property {@code spantree.global} says. */
enum GlobalMode {
  /** While a class with {@code @TraceTest} is active, which is the default. */
  CLASS,
  /** From the opening of the launcher's session to its end. */
  SESSION,
  OFF;

  static final String PROPERTY = "spantree.global";

  /**
   * What is set.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static GlobalMode chosen() {
    return switch (Settings.choice(PROPERTY, "class", "session", "off")) {
      case "session" -> SESSION;
      case "off" -> OFF;
      default -> CLASS;
    };
  }
}
