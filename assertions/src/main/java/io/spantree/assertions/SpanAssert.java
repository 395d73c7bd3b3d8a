package io.spantree.assertions;

import io.spantree.model.SpanNode;
import java.util.List;

/**
 * Narrows down spans of one name: there is a span such that all steps hold, in whatever order they
 * are written. Steps that forbid something hold for every span that is left.
 *
 * <p>A step fails when no candidate is left, and says of each why it fell out.
 *
 * <p>Passes: {@code hasSpan("reserve stock").withAttr("app.sku", "A-1").childOf("POST /orders")}
 * when one span is all of this. Fails: the same when one span has the attribute and another the
 * parent.
 */
public class SpanAssert extends AbstractSpanAssert<SpanAssert> {

  protected SpanAssert(TraceAssert trace, List<SpanNode> candidates, Selection selection) {
    super(trace, candidates, selection, SpanAssert.class);
  }

  @Override
  protected SpanAssert narrowed(SpanAssert span) {
    return span;
  }
}
