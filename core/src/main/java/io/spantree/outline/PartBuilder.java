package io.spantree.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event or a link that is being read. */
final class PartBuilder {
  final @Nullable ValuePattern event;
  final @Nullable String target;
  final List<String> comments;
  final List<AttributeLine> attributes = new ArrayList<>();
  final Set<String> keys = new HashSet<>();
  boolean moreAttributes;

  PartBuilder(@Nullable ValuePattern event, @Nullable String target, List<String> comments) {
    this.event = event;
    this.target = target;
    this.comments = comments;
  }

  void addTo(SpanLine.Builder span) {
    attributes.sort(Comparator.comparing(AttributeLine::key));
    if (event != null) {
      span.events.add(new EventLine(event, attributes, moreAttributes, comments));
    } else {
      span.links.add(new LinkLine(target, attributes, moreAttributes, comments));
    }
  }
}
