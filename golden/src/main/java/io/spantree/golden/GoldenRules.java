package io.spantree.golden;

import io.spantree.golden.noise.NoiseProperties;
import io.spantree.golden.noise.NoiseRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The rules for noise that hold for a golden. */
final class GoldenRules {
  private GoldenRules() {}

  /** The standard rules, above them those of each folder down to the golden's, then the code's. */
  static NoiseRules of(GoldenFiles files, NoiseRules inCode) {
    Deque<Path> found = new ArrayDeque<>();
    Path folder = files.golden().getParent();
    for (Path at = folder; at != null; at = at.equals(files.root()) ? null : at.getParent()) {
      Path file = at.resolve(NoiseProperties.FILE);
      if (Files.isRegularFile(file)) {
        found.push(file);
      }
      if (files.root() == null) {
        break;
      }
    }
    NoiseRules rules = NoiseRules.standard();
    for (Path file : found) {
      String text = TextFile.read(file).orElse("");
      rules = rules.and(NoiseProperties.read(text, file.toString()));
    }
    return rules.and(inCode);
  }
}
