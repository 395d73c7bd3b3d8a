package io.spantree.report;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment;
import io.spantree.model.Moment.Act;
import io.spantree.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The sentences for what goes wrong in the life of a span or scope: what, where, and what to do. */
final class LifecycleText {
  private static final int MOST_MOMENTS = 3;

  private LifecycleText() {}

  static boolean tells(Finding finding) {
    return switch (finding.kind()) {
      case OPEN_SPAN -> finding.expected() == null; // else an outline expected it to be open
      case SCOPE_LEAK,
          SCOPE_CROSSED,
          SCOPE_ORDER,
          WRITE_AFTER_END,
          ENDED_TWICE,
          DROPPED_BY_LIMIT,
          SAMPLED_OUT,
          PARENT_ENDED -> true;
      default -> false;
    };
  }

  static List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(sentence(finding));
    moments(finding).ifPresent(lines::add);
    Wording.started(finding.span()).ifPresent(at -> lines.add(about(finding) + at));
    lines.add(advice(finding.kind()));
    return lines;
  }

  /** The words that report one of several threads and lines, where the span's own is one more. */
  private static String about(Finding finding) {
    return finding.moments().isEmpty() ? "" : "the span was ";
  }

  private static String sentence(Finding finding) {
    String span = name(finding);
    String expected = Wording.term(finding.expected());
    String actual = Wording.term(finding.actual());
    return switch (finding.kind()) {
      case SCOPE_LEAK -> scopeOf(finding) + " was never closed";
      case SCOPE_CROSSED -> scopeOf(finding) + " was closed on another thread, which has no effect";
      case SCOPE_ORDER ->
        scopeOf(finding) + " was closed before " + other(finding)
            + ", opened within it, which has no effect";
      case WRITE_AFTER_END -> span + ": " + calls(finding) + " ignored";
      case ENDED_TWICE -> span + " was ended twice; the second end() was ignored";
      case DROPPED_BY_LIMIT ->
        span + part(finding) + " was given " + expected + " and kept " + actual + ", its limit";
      case SAMPLED_OUT ->
        span + " was not recorded: the sampled flag of its " + actual + " parent is off";
      case PARENT_ENDED -> span + " began after its parent had ended";
      default -> span + " was never ended";
    };
  }

  private static String name(Finding finding) {
    return finding.path().names().isEmpty() ? "a span" : Wording.path(finding.path());
  }

  private static String part(Finding finding) {
    return finding.part().equals(Finding.Part.WHOLE) ? "" : ": " + Wording.part(finding);
  }

  private static String scopeOf(Finding finding) {
    return finding.path().names().isEmpty()
        ? "a scope without a span"
        : "the scope of " + Wording.path(finding.path());
  }

  private static String other(Finding finding) {
    Term inner = finding.actual();
    return inner == null || inner.notation().isEmpty()
        ? "another scope"
        : "that of " + Clip.value(inner.notation());
  }

  /** All vain calls on one span, of which the first alone would not say what is lost. */
  private static String calls(Finding finding) {
    List<String> calls = Stream.concat(Stream.of(finding), onSameSpan(finding))
        .map(each -> Wording.term(each.actual()))
        .distinct()
        .toList();
    return String.join(" and ", calls)
        + " came after its end and "
        + (calls.size() == 1 ? "was" : "were");
  }

  private static Stream<Finding> onSameSpan(Finding finding) {
    return finding.alike().stream()
        .filter(other -> finding.span() != null && other.span() == finding.span());
  }

  private static Optional<String> moments(Finding finding) {
    List<String> moments = Stream.concat(Stream.of(finding), onSameSpan(finding))
        .flatMap(each -> each.moments().stream())
        .map(LifecycleText::moment)
        .distinct()
        .limit(MOST_MOMENTS)
        .toList();
    return moments.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", moments));
  }

  private static String moment(Moment moment) {
    String verb = moment.act() == Act.WRITTEN ? "called" : moment.act().name();
    String site = moment.site() == null ? "" : " at " + moment.site();
    return verb.toLowerCase(Locale.ROOT) + " on " + moment.thread() + site;
  }

  private static String advice(FindingKind kind) {
    return switch (kind) {
      case SCOPE_LEAK ->
        "Close it where it is opened: try (Scope scope = span.makeCurrent()) { … }";
      case SCOPE_CROSSED ->
        "Open and close a scope on each thread; Context.current().wrap(task) does it for a task.";
      case SCOPE_ORDER -> "Close the inner scope first; try-with-resources within each other do.";
      case WRITE_AFTER_END -> "Does it belong before span.end()?";
      case ENDED_TWICE -> "Who ends it, the code that began it or the one that it calls?";
      case DROPPED_BY_LIMIT -> "Is their number bounded? SpanLimits says how many are kept.";
      case SAMPLED_OUT ->
        "Was a SpanContext built by hand with TraceFlags.getDefault(), or does a traceparent end"
            + " in -00?";
      case PARENT_ENDED ->
        "Should it be a root with a link? setNoParent().addLink(parent) says cause, not part.";
      default -> "Do all paths end it, also exceptions? try { … } finally { span.end(); }";
    };
  }
}
