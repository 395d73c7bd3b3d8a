package io.spantree.junit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/** Opens the sessions that build tools open around all tests. */
final class Launching {
  private Launching() {}

  static void inSession(Runnable work) {
    try (LauncherSession session = LauncherFactory.openSession()) {
      work.run();
    }
  }
}
