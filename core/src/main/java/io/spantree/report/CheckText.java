package io.spantree.report;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.NotChecked;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the checks say beside their findings. */
public final class CheckText {
  private static final String USELESS = " allowed nothing. Remove it, or correct its kind or span.";

  private CheckText() {}

  /** The headline of a report on checks that failed. */
  public static String headline() {
    return "Instrumentation checks failed";
  }

  /** How the findings can be allowed, where they are right. */
  public static String howToAllow(Finding finding) {
    return "right as it is? Then write above the test: "
        + allow(finding.kind(), spanOf(finding), "…");
  }

  /** How assertions can forbid spans while those of that name come and go. */
  static List<String> howToLetGoOn(String span) {
    return List.of(
        "Is it meant to go on? " + allow(FindingKind.OPEN_SPAN, span, "…") + ",",
        "or without JUnit SpanCapture.builder().mayGoOn(" + pattern(span) + ").");
  }

  private static String allow(FindingKind kind, String span, String reason) {
    return "@Allow(kind = FindingKind." + kind + ", span = " + pattern(span) + ", reason = "
        + Notation.string(Clip.words(reason)) + ")";
  }

  /** The same where no annotation is read. */
  public static String howToAllowByHand(Finding finding) {
    return "right as it is? Then hand over as an exception: "
        + allowance(finding.kind(), spanOf(finding), "…");
  }

  private static String allowance(FindingKind kind, String span, String reason) {
    return "new Allowance(FindingKind." + kind + ", " + pattern(span) + ", "
        + Notation.string(Clip.words(reason)) + ")";
  }

  /** A literal of Java, to be copied; a long name ends in the star that stands for the rest. */
  private static String pattern(String span) {
    return Notation.string(Clip.pattern(span));
  }

  private static String spanOf(Finding finding) {
    return finding.path().names().isEmpty() ? "" : finding.path().last();
  }

  /** An exception that was made for nothing: what it was made for may be repaired by now. */
  public static String unused(FindingKind kind, String span, String reason) {
    return allow(kind, span, reason) + USELESS;
  }

  /** The same where no annotation is read. */
  public static String unusedByHand(FindingKind kind, String span, String reason) {
    return allowance(kind, span, reason) + USELESS;
  }

  /** One line on what nobody could tell. */
  public static String notChecked(NotChecked notChecked) {
    String label = Wording.label(notChecked.kind()).toLowerCase(Locale.ROOT);
    Finding about = notChecked.about();
    String which = about == null || about.path().names().isEmpty()
        ? ""
        : " of " + Wording.path(about.path()) + part(about) + where(about);
    return label + which + ": not checked, because " + because(notChecked);
  }

  private static String part(Finding about) {
    return about.part().equals(Finding.Part.WHOLE) ? "" : ", " + Wording.part(about);
  }

  /** One line on the spans that nobody wanted to see. */
  public static String ignored(int count) {
    return Wording.count(count, "ignored span") + ": not checked.";
  }

  private static String where(Finding about) {
    List<String> lines = LifecycleText.lines(about);
    return lines.size() < 3 ? "" : " (" + lines.get(1) + ")";
  }

  private static String counted(@Nullable Finding about) {
    Term set = about == null ? null : about.expected();
    Term kept = about == null ? null : about.actual();
    return set == null || kept == null
        ? ""
        : set.notation() + " were set and " + kept.notation().replace(" attributes", "")
            + " are there: ";
  }

  private static String because(NotChecked notChecked) {
    return switch (notChecked.reason()) {
      case OTHER_STORAGE ->
        "the contexts of this JVM are kept by another ContextStorage than Spantree's.";
      case SILENT_LOG ->
        "the log of io.opentelemetry.sdk.trace.SdkSpan at level FINE does not arrive.";
      case STILL_RUNNING -> "the code that opened it was still running when the test ended.";
      case CUT_PERHAPS ->
        "its value is as long as the limit allows, and the SDK does not tell whether it cut it.";
      case OTHER_LIMITS ->
        counted(notChecked.about()) + "another SDK made the span, and does not tell whether its"
            + " limits dropped any, or one was set again.";
      case NOT_AT_REST ->
        "other threads had not come to rest when the wait was over; what begins later is in no"
            + " recording.";
      case TOO_MANY -> "only the first 1,000 of a kind are kept, and more came after them.";
    };
  }
}
