package io.spantree.outline;

import java.text.ParsePosition;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.stream.Stream;

/** Tells points in time from other numbers and texts, without an exception for each other text. */
final class Timestamps {
  private static final long YEAR_2000 = 946_684_800L;
  private static final long YEAR_2100 = 4_102_444_800L;

  private Timestamps() {}

  /** Whether the number is an epoch of this century in s, ms, µs or ns. */
  static boolean isEpoch(long epoch) {
    return within(epoch, 1)
        || within(epoch, 1_000)
        || within(epoch, 1_000_000)
        || within(epoch / 1_000, 1_000_000);
  }

  private static boolean within(long epoch, long perSecond) {
    return epoch >= YEAR_2000 * perSecond && epoch < YEAR_2100 * perSecond;
  }

  /** Whether the whole text is a date and time of ISO 8601. */
  static boolean isIso(String text) {
    ParsePosition position = new ParsePosition(0);
    TemporalAccessor fields = DateTimeFormatter.ISO_DATE_TIME.parseUnresolved(text, position);
    return fields != null
        && position.getIndex() == text.length()
        && Stream.of(ChronoField.values())
            .filter(fields::isSupported)
            .allMatch(field -> field.range().isValidValue(fields.getLong(field)));
  }
}
