package io.spantree.assertions;

import io.spantree.compare.LinkMatch;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The spans among which a span is judged. */
final class Surroundings {
  private final Recording recording;
  private final LinkMatch links;
  private final Map<String, List<SpanNode>> named = new HashMap<>();

  /**
   * Looks around in some traces of a recording.
   *
   * @param recording the traces that are judged
   * @param whole the recording that they belong to, into which links may point
   */
  Surroundings(Recording recording, Recording whole) {
    this.recording = recording;
    this.links = new LinkMatch(whole);
  }

  List<SpanNode> named(String name) {
    return named.computeIfAbsent(
        name,
        wanted -> recording.spans().stream()
            .filter(span -> span.name().equals(wanted))
            .toList());
  }

  /** That no span has the name; empty when one has. */
  List<Finding> missing(String name) {
    return named(name).isEmpty()
        ? List.of(Finding.of(FindingKind.MISSING, SpanPath.of(name), Term.of("x1"), null, null))
        : List.of();
  }

  /** The spans of that name which meet the conditions. */
  List<SpanNode> matching(String name, SpanConditions like) {
    return named(name).stream()
        .filter(span -> like.mismatch(span, this).isEmpty())
        .toList();
  }

  LinkMatch links() {
    return links;
  }
}
