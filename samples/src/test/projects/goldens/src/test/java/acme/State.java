package acme;

/** What the code under test is like. */
enum State {
  NEW,
  CHANGED;

  static final State NOW = valueOf(System.getProperty("acme.state"));

  boolean isNow() {
    return this == NOW;
  }
}
