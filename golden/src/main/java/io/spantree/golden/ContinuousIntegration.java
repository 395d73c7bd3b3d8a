package io.spantree.golden;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recognises a build server, where nobody looks at what is accepted. */
public final class ContinuousIntegration {
  private static final List<String> VARIABLES = List.of(
      "CI",
      "GITHUB_ACTIONS",
      "GITLAB_CI",
      "JENKINS_URL",
      "TF_BUILD",
      "BUILDKITE",
      "CIRCLECI",
      "TEAMCITY_VERSION");

  private ContinuousIntegration() {}

  /** The environment variable that tells of a build server; empty on a developer's machine. */
  public static Optional<String> variable() {
    return variable(System.getenv());
  }

  /** The same for a given environment; {@code false}, {@code 0} and nothing mean no. */
  public static Optional<String> variable(Map<String, String> environment) {
    return VARIABLES.stream()
        .filter(name -> isYes(environment.getOrDefault(name, "")))
        .findFirst();
  }

  private static boolean isYes(String value) {
    String said = value.strip().toLowerCase(Locale.ROOT);
    return !said.isEmpty() && !said.equals("false") && !said.equals("0");
  }
}
