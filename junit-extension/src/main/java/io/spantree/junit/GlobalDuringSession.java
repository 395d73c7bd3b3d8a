package io.spantree.junit;

import io.spantree.capture.GlobalHold;
import io.spantree.capture.SpanRouter;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Holds the global from the opening of JUnit's session where {@code spantree.global=session} is set,
 * for tracers that are cached before the first class with {@link TraceTest} is active.
 */
public final class GlobalDuringSession implements LauncherSessionListener {
  private @Nullable GlobalHold hold;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    hold = SpanRouter.holdGlobalForSession();
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (hold != null) {
      hold.close();
    }
  }
}
