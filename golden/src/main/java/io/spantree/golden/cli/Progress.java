package io.spantree.golden.cli;

import io.spantree.golden.ContinuousIntegration;
import io.spantree.golden.review.Steps;

/** Says on a console how far a command has come, once it takes longer than a second. */
final class Progress implements Steps, AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long BETWEEN = 100_000_000L;
  private static final int WIDTH = 60;

  private final Terminal terminal;
  private final boolean isSeen;
  private long next;
  private boolean shown;

  Progress(Terminal terminal) {
    this.terminal = terminal;
    this.isSeen = terminal.isConsole()
        && ContinuousIntegration.variable(terminal.environment()).isEmpty();
    this.next = terminal.nanoTime().getAsLong() + PATIENCE;
  }

  /** The end of some work clears the line, because results may follow. */
  @Override
  public void taken(int done, int all, String what) {
    if (done == all) {
      close();
    } else if (isSeen && isDue()) {
      shown = true;
      String text = done + " of " + all + " " + what;
      print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
    }
  }

  private boolean isDue() {
    long now = terminal.nanoTime().getAsLong();
    boolean due = now - next > 0;
    next = due ? now + BETWEEN : next;
    return due;
  }

  private void print(String text) {
    terminal.err().print(text);
    terminal.err().flush();
  }

  @Override
  public void close() {
    if (shown) {
      shown = false;
      print("\r" + " ".repeat(WIDTH) + "\r");
    }
  }
}
