package io.spantree.capture;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment;
import io.spantree.model.Moment.Act;
import io.spantree.model.Term;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hears the SDK say that something was set on a span that had ended: nothing else tells.
 *
 * <p>It is a filter and no handler, because a handler is gone after {@code LogManager.reset()}.
 */
final class WriteAfterEnd implements Filter {
  /** Held, because the log manager itself holds loggers weakly. */
  private static final Logger LOG = Logger.getLogger("io.opentelemetry.sdk.trace.SdkSpan");

  private static final Pattern MESSAGE =
      Pattern.compile("Calling (\\w+\\(\\)) on an ended( or ending)? Span\\.");

  private static final Span ENDED = EndedSpan.create();
  private static final ThreadLocal<@Nullable Boolean> CANARY = new ThreadLocal<>();

  private final @Nullable Filter before;
  private final @Nullable Level usersLevel;
  private final boolean usersLevelHolds;

  private WriteAfterEnd(@Nullable Filter before, @Nullable Level usersLevel, boolean levelHolds) {
    this.before = before;
    this.usersLevel = usersLevel;
    this.usersLevelHolds = levelHolds;
  }

  /** Makes the log arrive, before each test: others may have taken level or filter away. */
  static synchronized void prepare() {
    if (!arrives()) {
      boolean heard = LOG.isLoggable(Level.FINE);
      LOG.setFilter(new WriteAfterEnd(usersFilter(), LOG.getLevel(), heard));
      if (!heard) {
        LOG.setLevel(Level.FINE);
      }
    }
  }

  /** Ours may still be there, with the level gone; it must not be asked twice. */
  private static @Nullable Filter usersFilter() {
    Filter filter = LOG.getFilter();
    return filter instanceof WriteAfterEnd ours ? ours.before : filter;
  }

  /** Whether a vain write is heard, which is tried on a span made for it. */
  static boolean arrives() {
    if (LOG.getFilter() == null) {
      return false; // the canary would only be seen in the user's log
    }
    CANARY.set(false);
    try {
      ENDED.setAttribute("canary", true);
      return Boolean.TRUE.equals(CANARY.get());
    } finally {
      CANARY.remove();
    }
  }

  @Override
  public boolean isLoggable(LogRecord log) {
    Matcher message = MESSAGE.matcher(String.valueOf(log.getMessage()));
    if (message.matches()) {
      if (CANARY.get() != null) {
        CANARY.set(true);
        return false;
      }
      note(message.group(1));
    }
    return isWanted(log) && (before == null || before.isLoggable(log));
  }

  private boolean isWanted(LogRecord log) {
    return usersLevelHolds || log.getLevel().intValue() >= usersLevel().intValue();
  }

  private Level usersLevel() {
    Level level = usersLevel;
    for (Logger at = LOG.getParent(); level == null && at != null; at = at.getParent()) {
      level = at.getLevel();
    }
    return level == null ? Level.INFO : level;
  }

  private static void note(String call) {
    FindingKind kind = call.equals("end()") ? FindingKind.ENDED_TWICE : FindingKind.WRITE_AFTER_END;
    if (!SpanLock.CAN_BE_SEEN) {
      SpanCapture capture = CaptureHandle.captureIn(Context.current());
      if (capture != null) {
        note(kind, call, capture, null);
      }
      return;
    }
    for (SpanCapture capture : ActiveCaptures.all()) {
      if (capture.faults().isFull(kind)) {
        capture.faults().skip(kind); // finding the span costs most where there are most of them
      } else if (capture.findEnded(SpanLock::isHeldByCaller) instanceof Span found) {
        note(kind, call, capture, found);
        return;
      }
    }
  }

  private static void note(
      FindingKind kind, String call, SpanCapture capture, @Nullable Span span) {
    List<Moment> moments = List.of(Fault.moment(Act.WRITTEN));
    capture.faults().add(new Fault(kind, span, Term.of(call), moments));
  }
}
