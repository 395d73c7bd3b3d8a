package io.spantree.golden.run;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON of the lines of a run record. */
final class RunJson {
  private RunJson() {}

  /** The text of the line, without a line break. */
  static String print(RunLine line) {
    return json(line).print();
  }

  static JsonObject json(RunLine line) {
    JsonObject json = new JsonObject();
    if (line instanceof RunStarted run) {
      start(json, "run", line).put("version", RunStarted.VERSION).put("pid", run.pid());
      json.put("group", run.group());
    } else if (line instanceof Compared compared) {
      write(compared, start(json, "compared", line));
    } else if (line instanceof TestRan ran) {
      start(json, "test", line).put("test", test(ran.test())).put("passed", ran.passed());
    } else if (line instanceof ClassRan ran) {
      start(json, "class", line).put("classes", ran.classes()).put("full", ran.full());
    } else if (line instanceof NamesSeen seen) {
      List<JsonObject> spans = seen.spans().stream().map(RunJson::span).toList();
      start(json, "names", line).put("classes", seen.classes()).put("spans", spans);
    }
    return json;
  }

  private static JsonObject start(JsonObject json, String type, RunLine line) {
    return json.put("type", type).put("at", line.at());
  }

  /**
   * Reads a line; null for one of a type that is not known here.
   *
   * @throws IllegalArgumentException when it is no such line, with the reason
   */
  static @Nullable RunLine parse(String text) {
    JsonObject json = JsonObject.parse(text);
    long at = json.number("at");
    return switch (json.text("type")) {
      case "run" -> run(json, at);
      case "compared" -> compared(json, at);
      case "test" -> new TestRan(at, test(json.object("test")), json.flag("passed"));
      case "class" -> new ClassRan(at, json.list("classes", String.class), json.flag("full"));
      case "names" -> {
        List<JsonObject> spans = json.list("spans", JsonObject.class);
        List<SeenSpan> seen = spans.stream().map(RunJson::span).toList();
        yield new NamesSeen(at, json.list("classes", String.class), seen);
      }
      default -> null;
    };
  }

  private static RunStarted run(JsonObject json, long at) {
    long version = json.number("version");
    if (version != RunStarted.VERSION) {
      throw new IllegalArgumentException("it has version " + version
          + ", and this version of Spantree reads version " + RunStarted.VERSION + " only");
    }
    return new RunStarted(at, json.number("pid"), json.text("group"));
  }

  private static void write(Compared line, JsonObject json) {
    RanTest test = line.test();
    json.put("test", test == null ? null : test(test))
        .put("name", line.name())
        .put("golden", line.golden())
        .put("received", line.received())
        .put("outcome", line.outcome().name().toLowerCase(Locale.ROOT))
        .put("goldenHash", line.goldenHash())
        .put("receivedHash", line.receivedHash())
        .put("findings", line.findings().stream().map(RunJson::finding).toList())
        .put("more", line.more())
        .put("moreLosses", line.moreLosses())
        .put("rules", line.rules());
  }

  private static Compared compared(JsonObject json, long at) {
    return new Compared(
        at,
        json.has("test") ? test(json.object("test")) : null,
        json.text("name"),
        Path.of(json.text("golden")),
        Path.of(json.text("received")),
        Outcome.valueOf(json.text("outcome").toUpperCase(Locale.ROOT)),
        json.textOrNull("goldenHash"),
        json.textOrNull("receivedHash"),
        json.list("findings", JsonObject.class).stream().map(RunJson::finding).toList(),
        (int) json.number("more"),
        (int) json.number("moreLosses"),
        json.has("rules") ? json.list("rules", String.class) : List.of());
  }

  private static JsonObject test(RanTest test) {
    return new JsonObject()
        .put("id", test.id())
        .put("display", test.display())
        .put("classes", test.classes())
        .put("method", test.method())
        .put("parameters", test.parameters())
        .put("source", test.source());
  }

  private static RanTest test(JsonObject json) {
    String source = json.textOrNull("source");
    return new RanTest(
        json.text("id"),
        json.text("display"),
        json.list("classes", String.class),
        json.text("method"),
        json.list("parameters", String.class),
        source == null ? null : Path.of(source));
  }

  private static JsonObject finding(Finding finding) {
    JsonObject json = new JsonObject()
        .put("kind", finding.kind().name())
        .put("loss", Loss.is(finding))
        .put("path", finding.path().names())
        .put("owner", finding.part().owner())
        .put("key", finding.part().key());
    term(json, "expected", finding.expected());
    term(json, "actual", finding.actual());
    return json;
  }

  private static void term(JsonObject json, String side, @Nullable Term term) {
    if (term != null) {
      json.put(side, term.notation()).put(side + "Type", term.type());
    }
  }

  private static Finding finding(JsonObject json) {
    return new Finding(
        FindingKind.valueOf(json.text("kind")),
        new SpanPath(json.list("path", String.class)),
        new Finding.Part(json.textOrNull("owner"), json.textOrNull("key")),
        term(json, "expected"),
        term(json, "actual"),
        null);
  }

  private static @Nullable Term term(JsonObject json, String side) {
    String notation = json.textOrNull(side);
    return notation == null ? null : new Term(notation, json.textOrNull(side + "Type"));
  }

  private static JsonObject span(SeenSpan span) {
    JsonObject attributes = new JsonObject();
    span.attributes().forEach(attributes::put);
    return new JsonObject()
        .put("scope", span.scope())
        .put("name", span.name())
        .put("kind", span.kind())
        .put("attributes", attributes);
  }

  private static SeenSpan span(JsonObject json) {
    JsonObject attributes = json.object("attributes");
    TreeMap<String, String> types = new TreeMap<>();
    attributes.fields().keySet().forEach(key -> types.put(key, attributes.text(key)));
    return new SeenSpan(json.text("scope"), json.text("name"), json.text("kind"), types);
  }
}
