package io.spantree.golden.review;

/** Something has changed, while a reader decided, so that what they saw may not be written. */
public final class RefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(PendingGolden pending, Refusal refusal) {
    super(pending.name() + " was not accepted: " + refusal);
    this.refusal = refusal;
  }

  /** Why it was not written. */
  public Refusal refusal() {
    return refusal;
  }
}
