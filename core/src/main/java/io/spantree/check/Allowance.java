package io.spantree.check;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Findings that are right as they are, for a reason that the next reader wants to know.
 *
 * @param kind the kind of finding
 * @param span the name of the span, in which {@code *} stands for any text
 * @param reason why it is right
 */
public record Allowance(FindingKind kind, String span, String reason) {

  public Allowance {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("@Allow(kind = " + kind + ", span = \"" + span
          + "\") needs a reason, for those who read it after you.");
    }
  }

  boolean covers(Finding finding) {
    List<String> names = finding.path().names();
    String name = names.isEmpty() ? "" : names.get(names.size() - 1);
    return finding.kind() == kind && Pattern.matches(regex(), name);
  }

  private String regex() {
    return Arrays.stream(span.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("(?s:.*)"));
  }
}
