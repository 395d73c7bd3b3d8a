package io.spantree.golden.cli;

import io.spantree.compare.Comparison;
import io.spantree.golden.review.Acceptance;
import io.spantree.golden.review.EntangledException;
import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Refusal;
import io.spantree.golden.review.RefusedException;
import io.spantree.model.Finding;
import io.spantree.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One review: golden by golden, finding by finding. */
final class Review {
  private final Questions questions;
  private final Summary summary = new Summary();
  private final Answers answers;

  Review(Questions questions, Answers answers) {
    this.questions = questions;
    this.answers = answers;
  }

  Summary summary() {
    return summary;
  }

  /** Asks, and writes the golden as soon as all about it is decided. */
  void golden(PendingGolden golden) {
    answers.nextGolden();
    questions.nextGolden(golden);
    Optional<Refusal> refusal = Acceptance.refusalInPart(golden);
    if (refusal.isPresent()) {
      summary.refused(golden, refusal.get());
      return;
    }
    try {
      if (golden.isNew()) {
        fresh(golden);
      } else {
        differing(golden);
      }
    } catch (EntangledException e) {
      summary.refused(golden, Refusal.ENTANGLED);
    } catch (RefusedException e) {
      summary.refused(golden, e.refusal());
    }
  }

  private void fresh(PendingGolden golden) {
    if (questions.takesNew(golden)) {
      Acceptance.acceptAll(golden);
      summary.acceptedNew(golden);
    } else {
      summary.leftNew(golden);
    }
  }

  private void differing(PendingGolden golden) {
    Comparison comparison = golden.comparison();
    Outline before = comparison.outline();
    Finding next = undecided(comparison);
    while (next != null && !questions.hasQuit()) {
      comparison = questions.ask(golden, next, comparison);
      next = undecided(comparison);
    }
    List<Finding> taken = new ArrayList<>();
    List<Finding> left = new ArrayList<>();
    comparison.findings().forEach(each -> (answers.isTaken(each) ? taken : left).add(each));
    boolean loosened = comparison.outline() != before;
    if (left.isEmpty() && !loosened) {
      Acceptance.acceptAll(golden);
    } else if (loosened || !taken.isEmpty()) {
      Acceptance.accept(golden, comparison, left);
    }
    if (loosened || !taken.isEmpty()) {
      summary.accepted(golden, taken);
    }
    if (loosened) {
      summary.loosened(golden);
    }
    summary.left(golden, left);
  }

  private @Nullable Finding undecided(Comparison comparison) {
    for (Finding finding : comparison.findings()) {
      if (answers.of(finding) == null) {
        return finding;
      }
    }
    return null;
  }
}
