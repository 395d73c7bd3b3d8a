package io.spantree.outline;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.spantree.model.AttributeValue;
import io.spantree.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Outlines with everything in them that the notation can say, and names that try to break it. */
final class RandomOutlines {
  private static final List<String> HOSTILE = List.of(
      "",
      " ",
      "a",
      "orders.place",
      "POST /v1/orders/{id}",
      "100%",
      "%s%n%1$s",
      "{}",
      "\n",
      "a\r\nb",
      "\t",
      "\"",
      "\\",
      "\\\"",
      "\"quoted\"",
      "#",
      "a  # b",
      "# spantree v1",
      "<any>",
      "<uuid#x>",
      "span",
      "event",
      "link",
      "trace",
      "OK",
      "x3",
      "x1..",
      "ordered",
      "orphan",
      "parent=<remote>",
      "...",
      "... traces",
      ". k",
      "- ",
      "+ span",
      "~",
      "=",
      "k = v",
      "<<<<<<< HEAD",
      "=======",
      "नमस्ते दुनिया",
      "क्‍ष",
      "🛒👩‍🚀",
      "\ud83d",
      "\uded2",
      "\uded2\ud83d",
      "\u202eevil\u202c",
      "\u2066",
      "\u200b",
      "\ufeff",
      "\u0000",
      "\u0007",
      "\u007f",
      "\u0085",
      "\u00a0",
      "\u2028",
      "\u00ad",
      "\uffff",
      "NaN",
      "null",
      "true",
      "1",
      "-1.5",
      "[]",
      "[1]",
      "{\"a\":1}",
      "base64\"\"",
      "é",
      "e\u0301",
      "/",
      "//",
      "\\/",
      "x".repeat(300));

  private final Random random;
  private final int mostSpans;
  private int labels;
  private int traceOfLabels;

  RandomOutlines(long seed, int mostSpans) {
    this.mostSpans = mostSpans;
    this.random = new Random(seed);
  }

  Outline next() {
    labels = 0;
    boolean named = random.nextBoolean();
    List<TraceOutline> traces = new ArrayList<>();
    int count = named ? 1 + random.nextInt(3) : random.nextInt(2);
    for (int i = 0; i < count; i++) {
      String name = named ? text() : null;
      Multiplicity times = named ? multiplicity() : Multiplicity.ONCE;
      traces.add(new TraceOutline(name, times, spans(), named ? comments() : List.of()));
    }
    return new Outline(traces, one(4), comments());
  }

  String text() {
    if (random.nextInt(3) > 0) {
      return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.append((char) (' ' + random.nextInt(95)));
        case 2 -> text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        default -> text.appendCodePoint(random.nextInt(0x110000));
      }
    }
    return text.toString();
  }

  private List<SpanLine> spans() {
    List<SpanLine> spans = new ArrayList<>();
    int depth = 0;
    traceOfLabels = labels;
    for (int i = 1 + random.nextInt(mostSpans); i > 0; i--) {
      spans.add(span(depth));
      depth = random.nextInt(depth + 2);
    }
    return spans;
  }

  private SpanLine span(int depth) {
    SpanLine.Builder span = SpanLine.builder(depth, name());
    span.kind = maybe(() -> SpanKind.values()[random.nextInt(5)]);
    span.status = maybe(this::status);
    span.root = depth == 0 && one(8);
    span.ordered = one(8);
    span.multiplicity = multiplicity();
    span.label = span.multiplicity.most() == 0 ? null : maybe(() -> "l" + ++labels);
    span.remoteParent = depth == 0 && one(8);
    boolean explained = depth > 0 || span.remoteParent;
    for (SpanState state : SpanState.values()) {
      if (one(10) && !(explained && state.isOfRoots())) {
        span.states.add(state);
        explained |= state.isOfRoots();
      }
    }
    span.attributes.addAll(attributes());
    for (int i = random.nextInt(3); i > 0; i--) {
      span.events.add(new EventLine(name(), sorted(), one(4), comments()));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      String target =
          labels == traceOfLabels ? null : maybe(() -> "l" + (1 + random.nextInt(labels)));
      span.links.add(new LinkLine(target, sorted(), one(4), comments()));
    }
    for (OpenPart part : OpenPart.values()) {
      if (one(10)) {
        span.open.add(part);
      }
    }
    span.comments.addAll(comments());
    return span.build();
  }

  private List<AttributeLine> sorted() {
    SpanLine.Builder sorter = SpanLine.builder(0, ValuePattern.text(""));
    sorter.attributes.addAll(attributes());
    return sorter.build().attributes();
  }

  private List<AttributeLine> attributes() {
    TreeMap<String, AttributeLine> lines = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String key = text();
      lines.put(key, new AttributeLine(key, pattern(), comments()));
    }
    return List.copyOf(lines.values());
  }

  private List<String> comments() {
    return one(6) ? List.of("# " + "100% é".substring(random.nextInt(6)).strip()) : List.of();
  }

  private ValuePattern name() {
    ValuePattern pattern = random.nextInt(4) > 0 ? ValuePattern.text(text()) : matcher();
    return pattern.mayBeText() ? pattern : name();
  }

  private StatusPattern status() {
    return new StatusPattern(StatusCode.values()[random.nextInt(3)], maybe(this::name));
  }

  private Multiplicity multiplicity() {
    int least = random.nextInt(4);
    return switch (random.nextInt(6)) {
      case 0 -> Multiplicity.exactly(least);
      case 1 -> new Multiplicity(least, least + random.nextInt(4));
      case 2 -> new Multiplicity(least, Multiplicity.UNBOUNDED);
      default -> Multiplicity.ONCE;
    };
  }

  private ValuePattern pattern() {
    return switch (random.nextInt(4)) {
      case 0 -> matcher();
      case 1 ->
        new ValuePattern.ArrayPattern(List.of(element(), new ValuePattern.Literal(value(1))));
      default -> new ValuePattern.Literal(value(0));
    };
  }

  private ValuePattern element() {
    ValuePattern matcher = matcher();
    return Impossible.isAbsence(matcher) ? element() : matcher;
  }

  private ValuePattern.Matcher matcher() {
    String label = maybe(() -> "m" + random.nextInt(3));
    Condition condition = condition();
    return new ValuePattern.Matcher(
        condition, condition instanceof Condition.Absent ? null : label);
  }

  private Condition condition() {
    return switch (random.nextInt(8)) {
      case 0 -> new Condition.Any();
      case 1 -> new Condition.Absent();
      case 2 -> new Condition.OfType(ValueType.values()[random.nextInt(4)]);
      case 3 -> random.nextBoolean() ? new Condition.Uuid() : new Condition.Timestamp();
      case 4 -> new Condition.Hex(random.nextInt(100));
      case 5 ->
        new Condition.Range(
            AttributeValue.of(random.nextInt(9) - 9.5), maybe(() -> AttributeValue.of(9)));
      case 6 -> new Condition.OneOf(List.of(value(1), value(1)));
      default -> regex();
    };
  }

  private Condition regex() {
    String expression = List.of(
            ".*", "a\\/b", "a/b", "\\\\", "\\d+", "[/\"#>]", "", "x{1,3}", "\\\\\\/")
        .get(random.nextInt(9));
    return Condition.Regex.of(expression);
  }

  private AttributeValue value(int depth) {
    return switch (random.nextInt(depth > 2 ? 6 : 9)) {
      case 0, 1 -> AttributeValue.of(text());
      case 2 ->
        AttributeValue.of(
            random.nextInt(5) == 0 ? Long.MIN_VALUE : random.nextLong() >> random.nextInt(64));
      case 3 -> AttributeValue.of(decimal());
      case 4 -> AttributeValue.of(random.nextBoolean());
      case 5 ->
        random.nextBoolean()
            ? new AttributeValue(ValueType.EMPTY, "")
            : AttributeValue.of(text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case 6 -> AttributeValue.array(emptyType(), List.of());
      case 7 -> AttributeValue.array(ValueType.ARRAY, List.of(value(depth + 1), value(depth + 1)));
      default -> map(depth);
    };
  }

  private AttributeValue map(int depth) {
    TreeMap<String, AttributeValue> entries = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      entries.put(text(), value(depth + 1));
    }
    return AttributeValue.of(entries);
  }

  private ValueType emptyType() {
    List<ValueType> arrays =
        java.util.Arrays.stream(ValueType.values()).filter(ValueType::isArray).toList();
    return arrays.get(random.nextInt(arrays.size()));
  }

  private double decimal() {
    List<Double> odd = List.of(
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1e21,
        1e-7,
        4200.0);
    return random.nextBoolean() ? odd.get(random.nextInt(odd.size())) : random.nextGaussian();
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? value.get() : null;
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }
}
