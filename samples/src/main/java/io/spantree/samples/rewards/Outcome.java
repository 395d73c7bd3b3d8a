package io.spantree.samples.rewards;

/** What was decided about a redemption that was debited. */
public enum Outcome {
  /** The voucher is issued. */
  APPLIED("applied"),
  /** A human looks at it before the voucher is issued. */
  QUEUED_MANUAL("queued_manual");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** The value in attributes and in the database. */
  String label() {
    return label;
  }

  static Outcome ofLabel(String label) {
    for (Outcome outcome : values()) {
      if (outcome.label.equals(label)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("no outcome has the label " + label);
  }
}
