package io.spantree.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recording leaves out of what happened, and how it was waited for.
 *
 * @param ignored how many spans are noise, which its traces do not show
 * @param fixture how many spans of constructors and fixture methods its traces do not show
 * @param gaveUpAfter how long it was waited for work that did not come to rest; null if it did
 * @param unfinished the spans that were open then
 * @param unsettled those of them, or of what had just ended, after which more may come that nobody
 *     has declared to be of no concern
 */
public record Reading(
    int ignored,
    int fixture,
    @Nullable Duration gaveUpAfter,
    List<SpanNode> unfinished,
    List<SpanNode> unsettled) {

  /** All that happened, without having waited. */
  public static final Reading WHOLE = new Reading(0, 0, null, List.of(), List.of());

  public Reading {
    unfinished = List.copyOf(unfinished);
    unsettled = List.copyOf(unsettled);
  }

  Reading with(int ignored, int fixture, List<SpanNode> unfinished, List<SpanNode> unsettled) {
    return new Reading(
        this.ignored + ignored, this.fixture + fixture, gaveUpAfter, unfinished, unsettled);
  }
}
