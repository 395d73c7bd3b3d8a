package io.spantree.model;

import org.jspecify.annotations.Nullable;

/** The spans of a trace by id: of several with one id the first. A map without boxes and entries. */
final class SpanIds {
  static final int NONE = -1;

  private final @Nullable String[] ids;
  private final int[] positions;

  SpanIds(int spans) {
    int size = Integer.highestOneBit(Math.max(1, spans)) * 2; // never full
    this.ids = new String[size];
    this.positions = new int[size];
  }

  /** False when the id is known already. */
  boolean add(String id, int position) {
    int slot = slot(id);
    if (ids[slot] != null) {
      return false;
    }
    ids[slot] = id;
    positions[slot] = position;
    return true;
  }

  /** The position that the id was added with, or NONE. */
  int find(String id) {
    int slot = slot(id);
    return ids[slot] == null ? NONE : positions[slot];
  }

  private int slot(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 16)) & (ids.length - 1);
    while (ids[slot] != null && !id.equals(ids[slot])) {
      slot = (slot + 1) & (ids.length - 1);
    }
    return slot;
  }
}
