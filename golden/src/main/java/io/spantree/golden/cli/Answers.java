package io.spantree.golden.cli;

import io.spantree.model.Finding;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the reader has decided, of one golden's findings and of findings everywhere. */
final class Answers {
  private final Map<Signature, Boolean> everywhere = new HashMap<>();
  private final Map<Finding, Boolean> here = new HashMap<>();

  void nextGolden() {
    here.clear();
  }

  void decide(Finding finding, boolean taken) {
    here.put(withoutSpan(finding), taken);
  }

  void decideEverywhere(Finding finding, boolean taken) {
    everywhere.put(Signature.of(finding), taken);
  }

  /** Null when it is not decided. */
  @Nullable
  Boolean of(Finding finding) {
    Boolean decided = here.get(withoutSpan(finding));
    return decided != null ? decided : everywhere.get(Signature.of(finding));
  }

  boolean isTaken(Finding finding) {
    return Boolean.TRUE.equals(of(finding));
  }

  /** After a golden was loosened, its findings are others, about the same places. */
  private static Finding withoutSpan(Finding finding) {
    return new Finding(
        finding.kind(), finding.path(), finding.part(), finding.expected(), finding.actual(), null);
  }
}
