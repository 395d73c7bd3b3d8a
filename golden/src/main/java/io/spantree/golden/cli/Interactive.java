package io.spantree.golden.cli;

import java.io.Console;

/** Tells a reader at a console from a pipe. */
final class Interactive {
  private Interactive() {}

  /** Since JDK 22 there may be a console object without a console, which it can be asked. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isReader() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
