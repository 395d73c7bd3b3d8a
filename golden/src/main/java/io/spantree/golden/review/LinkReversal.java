package io.spantree.golden.review;

import io.spantree.golden.recorded.DraftSpan;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Term;
import io.spantree.outline.LinkLine;
import io.spantree.outline.SpanLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Undoes what happened to the links of a span. */
final class LinkReversal {
  private final LineDrafts made;
  private final SpanReversal spans;

  LinkReversal(LineDrafts made, SpanReversal spans) {
    this.made = made;
    this.spans = spans;
  }

  void add(Finding finding, SpanLine line, DraftSpan draft) {
    draft.links.add(made.link(link(finding, line)));
  }

  private static LinkLine link(Finding finding, SpanLine line) {
    String owner = Objects.requireNonNullElse(finding.part().owner(), "");
    for (LinkLine link : line.links()) {
      if (owner.equals("link " + link.targetNotation())) {
        return link;
      }
    }
    return new LinkLine(null, List.of(), false, List.of());
  }

  /** The last of those that the line does not ask for. */
  static void remove(Finding finding, SpanLine line, DraftSpan draft) {
    Term actual = finding.actual();
    boolean external = actual != null && actual.notation().equals("<external>");
    long wanted = line.links().stream()
        .filter(link -> (link.target() == null) == external)
        .count();
    List<DraftSpan.Link> same = new ArrayList<>(draft.links);
    same.removeIf(link -> (link.target == null) != external);
    boolean surplus = same.size() > wanted || finding.kind() == FindingKind.LINK_TARGET;
    if (surplus && !same.isEmpty()) {
      DraftSpan.Link last = same.get(same.size() - 1);
      draft.links.removeIf(link -> link == last);
    }
  }
  /** Of equal links the one at the place of its line, so that the others keep theirs. */
  void revertAttribute(Finding finding, String owner, SpanLine line, DraftSpan draft) {
    int place = 0;
    for (LinkLine link : line.links()) {
      if (owner.equals("link " + link.targetNotation())) {
        if (PartReversal.isAsked(finding, link.attributes())) {
          DraftSpan.Link told = told(finding, link, place, draft);
          if (told != null) {
            spans.revertAttribute(finding, link.attributes(), told.attributes);
          }
          return;
        }
        place++;
      }
    }
  }

  private static DraftSpan.@Nullable Link told(
      Finding finding, LinkLine line, int place, DraftSpan draft) {
    DraftSpan.Link told = null;
    int at = 0;
    for (DraftSpan.Link each : draft.links) {
      if ((each.target == null) == (line.target() == null)) {
        if (PartReversal.isTold(finding, each.attributes) && (told == null || at == place)) {
          told = each;
        }
        at++;
      }
    }
    return told;
  }
}
