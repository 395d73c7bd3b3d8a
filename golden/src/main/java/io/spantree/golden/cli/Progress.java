package io.spantree.golden.cli;

import java.util.function.LongSupplier;

/** Says on a console how far long work has come, once it takes longer than a second. */
final class Progress implements AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;

  private final Terminal terminal;
  private final String verb;
  private final int all;
  private final LongSupplier nanoseconds;
  private final long start;
  private int done;
  private boolean shown;

  Progress(Terminal terminal, String verb, int all) {
    this(terminal, verb, all, System::nanoTime);
  }

  Progress(Terminal terminal, String verb, int all, LongSupplier nanoseconds) {
    this.terminal = terminal;
    this.verb = verb;
    this.all = all;
    this.nanoseconds = nanoseconds;
    this.start = nanoseconds.getAsLong();
  }

  void step() {
    done++;
    if (terminal.isConsole() && nanoseconds.getAsLong() - start > PATIENCE) {
      shown = true;
      terminal.err().print("\r" + done + " of " + all + " " + verb);
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    if (shown) {
      terminal.err().print("\r" + " ".repeat(40) + "\r");
      terminal.err().flush();
    }
  }
}
