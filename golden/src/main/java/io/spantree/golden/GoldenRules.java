package io.spantree.golden;

import io.spantree.golden.noise.NoiseProperties;
import io.spantree.golden.noise.NoiseRules;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The rules for noise that hold for a golden. */
final class GoldenRules {
  private GoldenRules() {}

  /** The standard rules, above them those of each folder down to the golden's, then the code's. */
  static NoiseRules of(GoldenFiles files, NoiseRules inCode) {
    NoiseRules rules = NoiseRules.standard();
    if (files.resource() != null) {
      for (URL file : files.resource().rules()) {
        rules = rules.and(NoiseProperties.read(TextFile.read(file), file.toString()));
      }
    } else {
      for (Path file : above(files)) {
        rules = rules.and(NoiseProperties.read(TextFile.read(file).orElse(""), file.toString()));
      }
    }
    return rules.and(inCode);
  }

  /** The files of rules in the golden's folder and above, the uppermost first. */
  private static Deque<Path> above(GoldenFiles files) {
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
    return found;
  }
}
