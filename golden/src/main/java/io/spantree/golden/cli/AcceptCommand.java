package io.spantree.golden.cli;

import io.spantree.compare.Comparison;
import io.spantree.golden.review.Acceptance;
import io.spantree.golden.review.EntangledException;
import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Refusal;
import io.spantree.golden.review.RefusedException;
import io.spantree.golden.review.Steps;
import io.spantree.golden.run.Loss;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes goldens of what was received. */
@Command(
    name = "accept",
    description = "Makes goldens of what the last run received.",
    footer = {
      "",
      "Examples:",
      "  java -jar spantree-golden-cli.jar accept OrderTest/places_an_order",
      "  java -jar spantree-golden-cli.jar accept --only RENAMED"
    })
final class AcceptCommand extends PendingCommand {
  private final Summary summary = new Summary();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "KIND",
      description = "Take findings of these kinds alone, such as RENAMED,ATTRIBUTE_VALUE.")
  Set<FindingKind> only = Set.of();

  @Option(
      names = "--allow-loss",
      description = "Take losses, too: a missing span, a lost attribute or context, an error gone.")
  boolean allowLoss;

  AcceptCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Steps steps) {
    CiBrake.check(terminal);
    ProjectOption.Found found = find(steps);
    List<PendingGolden> pending = found.pending();
    try {
      steps.each(pending, "goldens accepted", this::accept);
    } finally {
      summary.lines().forEach(terminal::line);
      FailedText.show(found.failed(), terminal);
    }
    return Exit.pending(summary.isPending() || !found.failed().isEmpty());
  }

  private void accept(PendingGolden pending) {
    Optional<Refusal> refusal =
        only.isEmpty() ? Acceptance.refusal(pending) : Acceptance.refusalInPart(pending);
    if (refusal.isPresent()) {
      summary.refused(pending, refusal.get());
      return;
    }
    try {
      if (only.isEmpty()) {
        acceptWhole(pending);
      } else {
        acceptSome(pending);
      }
    } catch (EntangledException e) {
      summary.refused(pending, Refusal.ENTANGLED);
    } catch (RefusedException e) {
      summary.refused(pending, e.refusal());
    }
  }

  private void acceptWhole(PendingGolden pending) {
    if (!pending.isNew() && pending.compared().hasLoss() && !allowLoss) {
      summary.refused(pending, Refusal.LOSS);
      return;
    }
    Acceptance.acceptAll(pending);
    if (pending.isNew()) {
      summary.acceptedNew(pending);
    } else {
      summary.accepted(pending, pending.compared().findings());
    }
  }

  private void acceptSome(PendingGolden pending) {
    if (pending.isNew()) {
      summary.leftNew(pending);
      return;
    }
    Comparison comparison = pending.comparison();
    Predicate<Finding> taken =
        finding -> only.contains(finding.kind()) && (allowLoss || !Loss.is(finding));
    List<Finding> left = comparison.findings().stream().filter(taken.negate()).toList();
    if (left.isEmpty()) {
      Acceptance.acceptAll(pending);
    } else if (left.size() < comparison.findings().size()) {
      Acceptance.accept(pending, comparison, left);
    }
    if (left.size() < comparison.findings().size()) {
      summary.accepted(pending, comparison.findings().stream().filter(taken).toList());
    }
    summary.left(pending, left);
  }
}
