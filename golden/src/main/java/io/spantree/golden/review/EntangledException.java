package io.spantree.golden.review;

import io.spantree.model.Finding;
import java.util.List;

/** Findings hang together so closely that some cannot be taken without the others. */
public final class EntangledException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // is not serialized
  private final transient List<Finding> taken;

  private final transient List<Finding> left;

  EntangledException(List<Finding> taken, List<Finding> left) {
    super("these findings hang together: they can only be taken or left as a whole");
    this.taken = List.copyOf(taken);
    this.left = List.copyOf(left);
  }

  /** The findings that were to be taken. */
  public List<Finding> taken() {
    return taken;
  }

  /** The findings that were to be left. */
  public List<Finding> left() {
    return left;
  }
}
