package io.spantree.model;

import java.util.List;

/**
 * All spans of one trace id.
 *
 * @param roots the spans that hang under no other, in start order: roots, orphans, and children of
 *     remote parents; a trace may have several
 * @param spans all spans, in start order
 */
public record Trace(List<SpanNode> roots, List<SpanNode> spans) {

  public Trace {
    roots = List.copyOf(roots);
    spans = List.copyOf(spans);
  }
}
