package io.spantree.golden.cli;

/** What the process answers. */
final class Exit {
  static final int NOTHING = 0;
  static final int PENDING = 1;
  static final int ERROR = 2;

  private Exit() {}

  static int pending(boolean pending) {
    return pending ? PENDING : NOTHING;
  }
}
