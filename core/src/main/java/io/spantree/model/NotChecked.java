package io.spantree.model;

import org.jspecify.annotations.Nullable;

/**
 * A fault that could be there and was not looked for, because silence would pass for a verdict.
 *
 * @param kind the fault
 * @param reason why nobody could tell
 * @param about what would have been found; null when the kind was not looked for at all
 */
public record NotChecked(
    FindingKind kind, Reason reason, @Nullable Finding about) {

  /** Why nobody could tell. */
  public enum Reason {
    /** The contexts of this JVM are kept by a storage that does not report to Spantree. */
    OTHER_STORAGE,
    /** The SDK's log of vain writes does not arrive. */
    SILENT_LOG,
    /** The code that opened the scope was still at work when the test had ended. */
    STILL_RUNNING,
    /** The value is as long as the limit allows, and the SDK does not tell whether it cut it. */
    CUT_PERHAPS,
    /** An SDK that Spantree did not build made the span, and its limits are not known. */
    OTHER_LIMITS,
    /** Other threads went on to begin and end spans until the wait was over. */
    NOT_AT_REST,
    /** So much of the kind was found that the rest was not kept. */
    TOO_MANY
  }
}
