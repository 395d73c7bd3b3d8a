package io.spantree.golden.cli;

import io.spantree.golden.review.StaleGolden;
import io.spantree.golden.review.StaleGolden.Certainty;
import io.spantree.golden.run.JsonObject;

/** Words about stale goldens. */
final class StaleText {
  private StaleText() {}

  static String words(Certainty certainty) {
    return switch (certainty) {
      case CERTAIN -> "stale for certain";
      case LIKELY -> "likely stale";
      case UNKNOWN -> "of which it is not known whether they are stale";
    };
  }

  static String line(StaleGolden stale) {
    String moved =
        stale.movedTo() == null ? "" : "; moved to " + stale.movedTo().name();
    return stale.name() + "  (" + stale.reason() + moved + ")";
  }

  static JsonObject json(StaleGolden stale) {
    return new JsonObject()
        .put("file", stale.file().toString())
        .put("name", stale.name())
        .put("certainty", stale.certainty().name())
        .put("reason", stale.reason())
        .put("movedTo", stale.movedTo() == null ? null : stale.movedTo().name());
  }
}
