package io.spantree.capture;

import io.spantree.model.Evidence;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What had not come to rest when the wait for it was over.
 *
 * @param open the ids of the spans that were open
 * @param late the number after which all came that happened in the last moments of the wait
 */
record Unrest(Set<String> open, long late) {

  /** The recording, with the spans for which it was waited in vain. */
  Recording notedIn(Recording recording, Duration wait, Noise mayGoOn) {
    List<SpanNode> spans = recording.spans();
    List<SpanNode> unfinished = spans.stream().filter(this::isOpen).toList();
    Set<SpanNode> free = withAllBelow(spans, mayGoOn);
    List<SpanNode> unsettled = without(free, unfinished, span -> true);
    return recording.gaveUpAfter(
        wait, unfinished, unsettled.isEmpty() ? without(free, spans, this::wasLate) : unsettled);
  }

  /** The names of those that may go on and did, be it by what is below them. */
  Set<String> namesThatWentOn(Recording recording, Noise mayGoOn) {
    Set<String> names = new HashSet<>();
    Set<SpanNode> seen = new HashSet<>();
    for (SpanNode span : recording.spans()) {
      boolean wentOn = !mayGoOn.isEmpty() && (isOpen(span) || wasLate(span));
      for (SpanNode at = wentOn ? span : null; at != null && seen.add(at); at = at.parent()) {
        if (mayGoOn.covers(at)) {
          names.add(at.name());
        }
      }
    }
    return names;
  }

  private static List<SpanNode> without(
      Set<SpanNode> free, List<SpanNode> spans, Predicate<SpanNode> wanted) {
    return spans.stream().filter(wanted).filter(span -> !free.contains(span)).toList();
  }

  private boolean isOpen(SpanNode span) {
    return open.contains(span.data().getSpanId());
  }

  /** It ended, or began and ended, in the last moments: the thread that did it may go on to others. */
  private boolean wasLate(SpanNode span) {
    return span.evidence().map(Evidence::endSequence).orElse(-1L) >= late;
  }

  private static Set<SpanNode> withAllBelow(List<SpanNode> spans, Noise names) {
    Set<SpanNode> found = new HashSet<>();
    if (names.isEmpty()) {
      return found;
    }
    Deque<SpanNode> left = new ArrayDeque<>();
    spans.stream().filter(names::covers).forEach(left::add);
    while (!left.isEmpty()) {
      SpanNode span = left.pop();
      if (found.add(span)) {
        left.addAll(span.children());
      }
    }
    return found;
  }
}
