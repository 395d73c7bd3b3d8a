package io.spantree.samples.rewards;

import java.util.Optional;

/** Tells whether a request was served before. */
public interface IdempotencyCheck {
  /** The receipt of the earlier request with this id, if there was one. */
  Optional<Receipt> earlier(String requestId);
}
