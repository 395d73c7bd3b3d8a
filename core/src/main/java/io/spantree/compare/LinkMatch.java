package io.spantree.compare;

import io.opentelemetry.sdk.trace.data.LinkData;
import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanNode;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Answers questions about the links of one span, by the spans that they point to. */
public final class LinkMatch {
  private static final Part LINK = new Part("link", null);

  private final Targets targets;

  /** Looks for targets in the whole recording: cause and effect are often traces of their own. */
  public LinkMatch(Recording recording) {
    this.targets = new Targets(recording);
  }

  /** The recorded spans that the links of a span point to. */
  public List<SpanNode> targets(SpanNode span) {
    List<SpanNode> found = new ArrayList<>();
    for (LinkData link : span.data().getLinks()) {
      SpanNode target = targets.of(link);
      if (target != null) {
        found.add(target);
      }
    }
    return found;
  }

  /** Why no link of the span points to a target like that; empty when one does. */
  public List<Finding> to(Predicate<SpanNode> wanted, Term expected, SpanNode span) {
    if (targets(span).stream().anyMatch(wanted)) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    for (LinkData link : span.data().getLinks()) {
      SpanNode target = targets.of(link);
      names.add(target == null ? "<external>" : Notation.name(target.name()));
    }
    boolean none = names.isEmpty();
    FindingKind kind = none ? FindingKind.LINK_MISSING : FindingKind.LINK_TARGET;
    Term actual = none ? null : Term.of(String.join(", ", names));
    return List.of(new Finding(kind, SpanPath.of(span), LINK, expected, actual, span));
  }
}
