package io.spantree.report;

import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random tree in the notation, and what became of it after some random changes. */
final class RandomChanges {
  private static final List<String> NAMES = List.of(
      "place",
      "pay",
      "load",
      "save",
      "",
      "100% %s",
      "a\nb",
      "नमस्ते 🛒",
      "x3",
      "<any>",
      "a  # b",
      "\"quoted\"");
  private static final List<String> VALUES =
      List.of("1", "2", "\"1\"", "\"%n # \\\"\"", "true", "1.0", "[1, 2]", "\"\"");

  private final Random random;
  private List<Line> expected = List.of();
  private List<Line> recorded = List.of();

  RandomChanges(long seed) {
    this.random = new Random(seed);
  }

  private static final class Line {
    int depth;
    String name;
    String modifiers = "";
    final List<String> attributes = new ArrayList<>();
    final List<String> events = new ArrayList<>();

    Line(int depth, String name) {
      this.depth = depth;
      this.name = name;
    }

    Line copy() {
      Line copy = new Line(depth, name);
      copy.modifiers = modifiers;
      copy.attributes.addAll(attributes);
      copy.events.addAll(events);
      return copy;
    }
  }

  void next(int spans, int changes) {
    expected = new ArrayList<>();
    for (int i = 0; i < spans; i++) {
      expected.add(line(i == 0 ? 0 : 1 + random.nextInt(8)));
    }
    recorded = new ArrayList<>(expected.stream().map(Line::copy).toList());
    for (int i = 0; i < changes; i++) {
      change(recorded.get(random.nextInt(recorded.size())));
    }
  }

  String expected() {
    return print(expected);
  }

  String recorded() {
    return print(recorded);
  }

  private Line line(int depth) {
    Line line = new Line(depth, NAMES.get(random.nextInt(NAMES.size())));
    line.modifiers = random.nextInt(4) == 0 ? " CLIENT" : "";
    for (String key : List.of("k", "m", "\"odd %d\"")) {
      if (random.nextInt(3) == 0) {
        line.attributes.add(key + " = " + value());
      }
    }
    for (String event : List.of("first", "second")) {
      if (random.nextInt(4) == 0) {
        line.events.add("event " + event);
      }
    }
    return line;
  }

  private String value() {
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private void change(Line line) {
    switch (random.nextInt(10)) {
      case 0 -> line.name = "other" + random.nextInt(3);
      case 1 -> line.depth = 1 + random.nextInt(8);
      case 2 -> recorded.add(recorded.indexOf(line), line(1 + random.nextInt(8)));
      case 3 -> {
        if (recorded.size() > 1) {
          recorded.remove(line);
        }
      }
      case 4 -> line.modifiers = line.modifiers.isEmpty() ? " SERVER" : "";
      case 5 ->
        line.attributes.replaceAll(
            attribute -> attribute.substring(0, attribute.indexOf('=') + 2) + value());
      case 6 -> line.attributes.removeIf(attribute -> random.nextBoolean());
      case 7 -> line.events.add("event third");
      case 8 -> line.events.removeIf(event -> random.nextBoolean());
      default -> {
        line.depth = 0;
        line.modifiers = List.of(" lost", " orphan", " parent=<remote>", " ERROR \"100%\"")
            .get(random.nextInt(4));
      }
    }
  }

  private static String print(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    int deepest = 0;
    for (Line line : lines) {
      int depth = Math.min(line.depth, deepest);
      deepest = depth + 1;
      String modifiers = depth > 0
          ? line.modifiers.replaceAll(" (lost|orphan|parent=<remote>)", "")
          : line.modifiers;
      text.append("span ").append(">".repeat(depth)).append(' ');
      text.append(Notation.name(line.name)).append(modifiers).append('\n');
      line.attributes.forEach(attribute -> text.append("  ").append(attribute).append('\n'));
      line.events.forEach(event -> text.append("  ").append(event).append('\n'));
    }
    return text.toString();
  }
}
