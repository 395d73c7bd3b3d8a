package io.spantree.samples.demo;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Shows in what two wirings differ, read from their source. */
final class WiringDiff {
  private static final String SOURCE = "Wirings.java";

  private WiringDiff() {}

  /**
   * The line that differs, as it stands in either method.
   *
   * @throws IllegalStateException when more than one line differs, or none
   */
  static List<String> between(String shipped, String twin) {
    List<String> source = source();
    List<AbstractDelta<String>> deltas =
        DiffUtils.diff(body(source, shipped), body(source, twin)).getDeltas();
    List<String> lines = new ArrayList<>();
    for (AbstractDelta<String> delta : deltas) {
      delta.getSource().getLines().forEach(line -> lines.add("- " + line.strip()));
      delta.getTarget().getLines().forEach(line -> lines.add("+ " + line.strip()));
    }
    if (lines.size() != 2) {
      throw new IllegalStateException(twin + " differs in more than one line: " + lines);
    }
    return lines;
  }

  private static List<String> body(List<String> source, String method) {
    String signature = "  public static RedemptionService " + method + "(";
    List<String> body = new ArrayList<>();
    boolean inside = false;
    for (String line : source) {
      if (inside && line.equals("  }")) {
        return body;
      } else if (inside) {
        body.add(line);
      }
      inside |= line.startsWith(signature);
    }
    throw new IllegalStateException(SOURCE + " has no method " + method);
  }

  private static List<String> source() {
    try (InputStream in = WiringDiff.class.getResourceAsStream(SOURCE)) {
      if (in == null) {
        throw new IllegalStateException(SOURCE + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
