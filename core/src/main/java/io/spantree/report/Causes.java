package io.spantree.report;

import io.spantree.compare.Comparison;
import io.spantree.model.Ancestry;
import io.spantree.model.Dispatch;
import io.spantree.model.Evidence;
import io.spantree.model.Finding;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may have caused a finding, and where in the program: the lines below its sentence. */
final class Causes {

  private final Set<String> names = new LinkedHashSet<>();
  private final Origins origins = new Origins();

  Causes(Comparison comparison) {
    for (SpanNode span : comparison.recording().spans()) {
      if (comparison.alignment().expectedOf(span)
          == null) { // who has a line was not meant to be another
        names.add(span.name());
      }
    }
  }

  List<String> of(Finding finding) {
    List<String> lines = new ArrayList<>();
    switch (finding.kind()) {
      case LOST_CONTEXT -> lostContext(finding.span(), lines);
      case MISSING -> missing(finding, lines);
      case COUNT, UNEXPECTED -> origins.copies(finding, lines);
      case ATTRIBUTE_MISSING -> {
        Lookalikes.attribute(finding).ifPresent(lines::add);
        origins.started("", finding.span(), lines);
      }
      case EVENT_MISSING -> {
        Lookalikes.event(finding).ifPresent(lines::add);
        origins.started("", finding.span(), lines);
      }
      default -> {
        origins.started("", finding.span(), lines);
        torn(finding, lines);
        mistaken(finding, lines);
      }
    }
    return lines;
  }

  private void mistaken(Finding finding, List<String> lines) {
    switch (finding.kind()) {
      case ORDER -> tooEarly(finding, lines);
      case MOVED -> notCurrent(finding, lines);
      case STATUS -> notSet(finding, lines);
      case OPEN_SPAN -> unsettled(finding, lines);
      default -> {}
    }
  }

  /** What is forbidden can only be told of what has come to rest. */
  private static void unsettled(Finding finding, List<String> lines) {
    if (finding.span() != null
        && finding.expected() != null
        && finding.expected().isWords()) {
      lines.add(
          finding.span().isOpen()
              ? "End it before you forbid something, or wait longer: @TraceTest(await = \"10 s\")."
              : "Stop the thread that begins it, or wait until it is done, before you forbid"
                  + " something.");
      lines.addAll(CheckText.howToLetGoOn(finding.span().name()));
      lines.add("What is there by now alone: assertTrace(capture.body()).");
    }
  }

  /** A span beside its expected parent began while that was open: it can only not have been current. */
  private static void notCurrent(Finding finding, List<String> lines) {
    SpanNode span = finding.span();
    if (span == null
        || span.parent() == null
        || finding.expected() == null
        || finding.part().equals(Finding.Part.TRACE)) {
      return;
    }
    String expected = " > " + finding.expected().notation();
    for (SpanNode sibling : span.parent().children()) {
      String name = Notation.name(sibling.name());
      if (expected.endsWith(" > " + name) && wasOpen(sibling, span)) {
        lines.add(Clip.name(name) + " was open, and not current"
            + Wording.started(sibling).map(at -> ": " + at + ".").orElse("."));
        lines.add("What belongs to it must run within"
            + " try (Scope scope = span.makeCurrent()) { … }.");
        return;
      }
    }
  }

  /** The first of the children that began where another one was expected. */
  private void tooEarly(Finding finding, List<String> lines) {
    Term expected = finding.expected();
    Term actual = finding.actual();
    if (finding.span() == null || expected == null || actual == null || actual.isWords()) {
      return;
    }
    List<String> began = Wording.items(actual.notation());
    List<String> wanted = Wording.items(expected.notation());
    int at = 0;
    for (SpanNode child : finding.span().children()) {
      String name = Notation.name(child.name());
      if (at < began.size() && isNamed(began.get(at), name)) {
        if (!began.get(at).equals(wanted.get(at))) {
          origins.started("its child " + Clip.name(name) + " ", child, lines);
          return;
        }
        at++;
      }
    }
  }

  /** The name alone, or with what tells it apart from an equal one. */
  private static boolean isNamed(String item, String name) {
    return item.equals(name) || item.startsWith(name + " (") || item.startsWith(name + " #");
  }

  private static boolean wasOpen(SpanNode span, SpanNode when) {
    Evidence of = span.evidence().orElse(null);
    Evidence at = when.evidence().orElse(null);
    return of != null
        && at != null
        && of.startSequence() < at.startSequence()
        && (of.endSequence() < 0 || of.endSequence() > at.startSequence());
  }

  private static void notSet(Finding finding, List<String> lines) {
    if (finding.expected() != null
        && finding.actual() != null
        && finding.expected().notation().startsWith("ERROR")
        && finding.actual().notation().equals("UNSET")) {
      lines.add("It is UNSET until the code sets it, even when an exception escapes:"
          + " span.setStatus(StatusCode.ERROR).");
    }
  }

  private static void torn(Finding finding, List<String> lines) {
    switch (finding.kind()) {
      case ORPHANED ->
        lines.add("Was its parent recorded by another SDK, or its SpanContext built by hand?");
      case NEW_ROOT -> newRoot(finding.span(), lines);
      case REMOTE_PARENT -> {
        if (finding.span() != null && finding.span().position() == SpanNode.Position.REMOTE_CHILD) {
          lines.add("Its parent came from a carrier, such as a header, and is not recorded here.");
        }
      }
      default -> {}
    }
  }

  private void lostContext(@Nullable SpanNode span, List<String> lines) {
    if (span == null || !span.hasLostContext()) {
      return; // it was expected to have lost its context, and has not
    }
    origins.told(span);
    lines.add(Wording.started(span).orElse("started") + ", where no span was current.");
    lines.addAll(carrying(span.evidence().map(Evidence::dispatch).orElse(Dispatch.UNKNOWN)));
  }

  private static List<String> carrying(Dispatch dispatch) {
    return switch (dispatch) {
      case EXECUTOR ->
        List.of(
            "Was the executor wrapped? Context.taskWrapping(executor) carries the context to its"
                + " threads.");
      case PERIODIC_TASK ->
        List.of("A periodic task has no caller. Is its span meant to be a root? setNoParent() says"
            + " so.");
      case COMMON_POOL ->
        List.of(
            "Was it a parallel stream, or a CompletableFuture without an executor? The common pool"
                + " carries no",
            "context; Context.current().wrapSupplier(…) does, or an executor from"
                + " Context.taskWrapping(…).");
      case TIMER ->
        List.of("A Timer carries no context: let its task run Context.current().wrap(…), made where"
            + " it is scheduled.");
      case THREAD ->
        List.of("A thread begins without a context: start it with Context.current().wrap(task).");
      case UNKNOWN ->
        List.of("What brought it there? Context.current().wrap(task), or"
            + " Context.taskWrapping(executor), carries the context.");
    };
  }

  private static void newRoot(@Nullable SpanNode span, List<String> lines) {
    Ancestry ancestry = span == null
        ? Ancestry.NOT_CHECKED
        : span.evidence().map(Evidence::ancestry).orElse(Ancestry.NOT_CHECKED);
    switch (ancestry) {
      case EXPLICIT_ROOT ->
        lines.add("It was made a root: by setNoParent(), a parent of Context.root(), or a link.");
      case TEST_ROOT -> lines.add("No span was current there; was its parent made current?");
      default -> {}
    }
  }

  private void missing(Finding finding, List<String> lines) {
    if (finding.path().names().isEmpty() || finding.part().equals(Finding.Part.TRACE)) {
      return; // nothing at all was recorded, which the advice explains; or the span is no parent
    }
    Optional<String> meant = Lookalikes.name(finding.path().last(), names);
    meant.ifPresent(lines::add);
    origins.started("its parent ", finding.span(), lines);
    if (meant.isEmpty()) {
      Lookalikes.sibling(finding).ifPresent(span -> origins.sibling(span, lines));
    }
  }
}
