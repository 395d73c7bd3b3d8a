package io.spantree.golden;

import io.spantree.golden.noise.Proposals;
import io.spantree.model.AttributeValue;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.Condition;
import io.spantree.outline.ValuePattern;

/**
 * What a merged golden says where a value is not what the golden said.
 *
 * @param proposals for attributes that are new
 * @param widened whether a changed value may be any of its type, because another execution of the
 *     same test has recorded the golden's
 */
record NewValues(Proposals proposals, boolean widened) {
  AttributeLine fresh(AttributeLine line) {
    return proposals.apply(line);
  }

  /** What stands for a value that the golden's pattern does not accept. */
  ValuePattern changed(ValuePattern golden, AttributeValue actual) {
    String type = golden.type();
    boolean same = type == null || type.equals(actual.type().word());
    if (!widened || !same) {
      return new ValuePattern.Literal(actual);
    }
    Condition any = switch (actual.type()) {
      case STRING, LONG, DOUBLE, BOOLEAN -> new Condition.OfType(actual.type());
      default -> new Condition.Any();
    };
    return new ValuePattern.Matcher(any, null);
  }
}
