package io.spantree.model;

/** The spans of a trace by id: of several with one id the first. A map without boxes and entries. */
final class SpanIds {
  static final int NONE = -1;

  private final SpanNode[] spans;

  /** For each slot one more than the position of its span, 0 when it is free. */
  private final int[] taken;

  /** The hashes of what is in the slots: few ids that differ have to be read. */
  private final int[] hashes;

  SpanIds(SpanNode[] spans) {
    this.spans = spans;
    int size = Integer.highestOneBit(Math.max(1, spans.length)) * 4; // at most half full
    this.taken = new int[size];
    this.hashes = new int[size];
  }

  /** False when the id of the span is known already. */
  boolean add(int position) {
    String id = spans[position].data().getSpanId();
    int hash = spread(id.hashCode());
    int slot = slot(id, hash);
    if (taken[slot] != 0) {
      return false;
    }
    taken[slot] = position + 1;
    hashes[slot] = hash;
    return true;
  }

  /** The position of the span with the id, or NONE. */
  int find(String id) {
    return taken[slot(id, spread(id.hashCode()))] - 1;
  }

  private int slot(String id, int hash) {
    int slot = hash & (taken.length - 1);
    while (taken[slot] != 0
        && (hashes[slot] != hash || !id.equals(spans[taken[slot] - 1].data().getSpanId()))) {
      slot = (slot + 1) & (taken.length - 1);
    }
    return slot;
  }

  /** MurmurHash3's finaliser: ids that are counted up must not crowd together. */
  private static int spread(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
