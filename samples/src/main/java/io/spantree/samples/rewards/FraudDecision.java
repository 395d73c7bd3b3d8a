package io.spantree.samples.rewards;

/** What a fraud review can decide. */
enum FraudDecision {
  APPROVED("approved"),
  MANUAL_REVIEW("manual_review");

  private final String label;

  FraudDecision(String label) {
    this.label = label;
  }

  /** The value in attributes. */
  String label() {
    return label;
  }
}
