package io.spantree.golden.recorded;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.spantree.model.AttributeValue;
import io.spantree.outline.SpanState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A span that can still be changed, before it becomes part of a recording. */
public final class DraftSpan {
  public String name;
  public SpanKind kind = SpanKind.INTERNAL;
  public StatusData status = StatusData.unset();

  /** Whether its parent lives in another process. */
  public boolean remoteParent;

  /** What is wrong with its place or life. */
  public final Set<SpanState> states = EnumSet.noneOf(SpanState.class);

  public final SortedMap<String, AttributeValue> attributes = new TreeMap<>();
  public final List<Event> events = new ArrayList<>(1);
  public final List<Link> links = new ArrayList<>(1);
  List<String> comments = List.of();
  private @Nullable DraftSpan parent;
  private final List<DraftSpan> children = new ArrayList<>(2);

  public DraftSpan(String name) {
    this.name = name;
  }

  /** An event that can still be changed. */
  public static final class Event {
    public final String name;
    public final SortedMap<String, AttributeValue> attributes = new TreeMap<>();

    public Event(String name) {
      this.name = name;
    }
  }

  /** A link that can still be changed; without a target it points out of the recording. */
  public static final class Link {
    public final @Nullable DraftSpan target;
    public final SortedMap<String, AttributeValue> attributes = new TreeMap<>();

    public Link(@Nullable DraftSpan target) {
      this.target = target;
    }
  }

  public @Nullable DraftSpan parent() {
    return parent;
  }

  /** The spans below in start order; the list itself can be sorted. */
  public List<DraftSpan> children() {
    return children;
  }

  /** Hangs the span under another, as the last child. */
  public void hangUnder(DraftSpan above) {
    leaveParent();
    parent = above;
    above.children.add(this);
  }

  void leaveParent() {
    if (parent != null) {
      parent.children.remove(this);
      parent = null;
    }
  }

  /** The span and all below it, parents first. */
  public List<DraftSpan> all() {
    List<DraftSpan> all = new ArrayList<>(List.of(this));
    for (int i = 0; i < all.size(); i++) {
      all.addAll(all.get(i).children);
    }
    return all;
  }

  /** The same span again, with all that is below it. */
  public DraftSpan copy() {
    DraftSpan top = copySelf();
    List<DraftSpan> copies = new ArrayList<>(List.of(top));
    List<DraftSpan> originals = new ArrayList<>(List.of(this));
    for (int i = 0; i < originals.size(); i++) {
      for (DraftSpan child : originals.get(i).children) {
        DraftSpan copy = child.copySelf();
        copy.hangUnder(copies.get(i));
        originals.add(child);
        copies.add(copy);
      }
    }
    return top;
  }

  private DraftSpan copySelf() {
    DraftSpan copy = new DraftSpan(name);
    copy.kind = kind;
    copy.status = status;
    copy.remoteParent = remoteParent;
    copy.states.addAll(states);
    copy.attributes.putAll(attributes);
    copy.comments = comments;
    for (Event event : events) {
      Event same = new Event(event.name);
      same.attributes.putAll(event.attributes);
      copy.events.add(same);
    }
    for (Link link : links) {
      Link same = new Link(link.target);
      same.attributes.putAll(link.attributes);
      copy.links.add(same);
    }
    return copy;
  }

  @Override
  public String toString() {
    return name;
  }
}
