package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.golden.cli.Main;
import io.spantree.golden.run.ClassRan;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Hash;
import io.spantree.golden.run.NamesSeen;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.TestRan;
import io.spantree.junit.TraceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class AttemptsTest {
  private static final String HERE = "io/spantree/golden/AttemptsTest.";
  private static final Queue<Long> VALUES = new ArrayDeque<>();

  @TempDir
  Path module;

  private Suite suite;

  @BeforeEach
  void makeSuite() {
    suite = new Suite(module);
    VALUES.clear();
  }

  private static void next(long... values) {
    for (long value : values) {
      VALUES.add(value);
    }
  }

  private static void span(Tracer tracer) {
    Span span =
        tracer.spanBuilder("place order").setAttribute("coins", VALUES.remove()).startSpan();
    span.setAttribute("shop", "myntra");
    span.end();
  }

  @TraceTest
  static class Orders {
    @Test
    void places(Tracer tracer) {
      span(tracer);
      assertTrace().matches(golden());
    }
  }

  @TraceTest
  static class Repeated {
    @RepeatedTest(value = 3, name = "{currentRepetition}")
    void places(Tracer tracer) {
      span(tracer);
      assertTrace().matches(golden());
    }
  }

  private String list() {
    StringWriter out = new StringWriter();
    PrintWriter text = new PrintWriter(out);
    Main.run(Map.of(), Reader.nullReader(), text, text, "list", "-C", module.toString());
    return out.toString();
  }

  private Path received(String name) {
    return suite.received.resolve(HERE + name);
  }

  @Test
  void a_retry_that_passes_removes_what_its_first_attempt_received() {
    next(1, 2, 1);
    suite.run(Orders.class);
    suite.accept();
    suite.run(Orders.class);
    assertThat(received("Orders/places.spans")).content().contains("coins = 2");
    Path recorded = module.resolve("target/spantree/recorded");
    assertThat(Suite.list(recorded)).containsExactly(HERE + "Orders/places.spans");

    assertThat(suite.run(Orders.class)).containsOnly(Map.entry("places(Tracer)", ""));

    assertThat(received("Orders/places.spans")).doesNotExist();
    assertThat(Suite.list(recorded)).isEmpty();
    assertThat(suite.lines(Compared.class))
        .extracting(Compared::outcome)
        .containsExactly(Outcome.PENDING, Outcome.DIFFERS, Outcome.PASSED);
  }

  @Test
  void of_two_attempts_that_fail_the_last_one_is_received() {
    next(1, 2, 3);
    suite.run(Orders.class);
    suite.accept();

    suite.run(Orders.class);
    suite.run(Orders.class);

    assertThat(received("Orders/places.spans")).content().contains("coins = 3");
  }

  @Test
  void a_pass_leaves_alone_what_another_test_has_received() throws IOException {
    next(1, 1);
    suite.run(Orders.class);
    suite.accept();
    Files.writeString(received("Orders/places.spans"), "# spantree v1\nspan other\n");

    suite.run(Orders.class);

    // the file is not what this test has written, though its name is
    assertThat(received("Orders/places.spans")).content().contains("span other");
  }

  @Test
  @ResourceLock(Resources.SYSTEM_ERR)
  void a_run_record_that_cannot_be_read_fails_no_test_that_is_as_its_golden_says()
      throws IOException {
    next(1, 1);
    suite.run(Orders.class);
    suite.accept();
    Files.writeString(received("Orders/places.spans"), "# spantree v1\nspan other\n");
    Path record = module.resolve("target/spantree/runs/0-of-another-version.jsonl");
    Files.writeString(
        record, "{\"type\":\"run\",\"version\":0,\"at\":1,\"pid\":1,\"group\":\"1\"}\n");

    Map<String, String> run;
    String said;
    PrintStream err = System.err;
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      run = suite.run(Orders.class);
      said = bytes.toString(StandardCharsets.UTF_8);
    } finally {
      System.setErr(err);
    }

    assertThat(run).containsOnly(Map.entry("places(Tracer)", ""));
    assertThat(said)
        .startsWith("Spantree: " + record + ":1: no line of a run record: it has version 0,")
        .endsWith("\n  The test is as its golden says; " + received("Orders/places.spans")
            + " may be of an earlier run.\n");
    assertThat(received("Orders/places.spans")).content().contains("span other");
  }

  @Test
  void values_that_differ_between_repetitions_become_matchers() {
    next(1, 2, 3, 4, 5, 6);
    assertThat(suite.run(Repeated.class).values())
        .allSatisfy(text -> assertThat(text).startsWith("Golden is pending"));
    assertThat(received("Repeated/places.spans")).hasContent("""
        # spantree v1
        span "place order"
            coins = <long>
            shop = "myntra"
        """);

    suite.accept();

    assertThat(suite.run(Repeated.class))
        .containsOnly(Map.entry("1", ""), Map.entry("2", ""), Map.entry("3", ""));
    assertThat(Suite.list(suite.received)).isEmpty();
  }

  @Test
  void a_repetition_that_failed_is_pending_whichever_it_was() {
    for (long[] values : new long[][] {{2, 1, 1}, {1, 2, 1}, {1, 1, 2}}) {
      next(1, 1, 1);
      suite.run(Repeated.class);
      suite.accept();
      next(values);

      suite.run(Repeated.class);

      assertThat(list()).startsWith("1 golden is pending:\n");
      next(1, 1, 1);
      suite.run(Repeated.class);
      assertThat(list()).as("a whole run that passed").isEqualTo("Nothing is pending.\n");
    }
  }

  @Test
  void a_repetition_that_passes_widens_what_another_one_has_received() {
    next(1, 1, 1);
    suite.run(Repeated.class);
    suite.accept();
    next(1, 2, 1);

    Map<String, String> run = suite.run(Repeated.class);

    assertThat(run).containsEntry("1", "").containsEntry("3", "");
    assertThat(run.get("2")).contains("coins: expected 1 (long), was 2 (long)");
    assertThat(received("Repeated/places.spans")).content().contains("coins = <long>");

    suite.accept();
    next(1, 2, 1);
    assertThat(suite.run(Repeated.class).values()).containsOnly("");

    next(1, 1, 1);
    suite.run(Repeated.class);
    assertThat(Suite.list(suite.received)).isEmpty();
  }

  @Test
  void a_repetition_whose_first_value_is_new_is_widened_by_the_next_that_passes() {
    next(1, 1, 1);
    suite.run(Repeated.class);
    suite.accept();
    next(2, 1, 1, 2, 1, 1);

    suite.run(Repeated.class);

    assertThat(received("Repeated/places.spans")).content().contains("coins = <long>");
    List<Compared> lines = suite.lines(Compared.class);
    Compared last = lines.stream()
        .filter(line -> line.receivedHash() != null)
        .reduce((a, b) -> b)
        .orElseThrow();
    assertThat(last.receivedHash())
        .isEqualTo(Hash.of(Suite.read(received("Repeated/places.spans"))));

    suite.accept();
    assertThat(suite.run(Repeated.class).values()).containsOnly("");
  }

  @TraceTest
  static class Several {
    @Test
    void one(Tracer tracer) {
      span(tracer);
      assertTrace().matches(golden());
    }

    @Test
    void two(Tracer tracer) {
      span(tracer);
      assertTrace().matches(golden());
    }

    @Nested
    class Inner {
      @Test
      void three() {}
    }

    @Nested
    class Disused {
      @Disabled
      @Test
      void four() {}
    }
  }

  @Test
  void a_subset_run_leaves_every_golden_byte_identical_and_says_that_it_was_one()
      throws IOException {
    next(1, 1);
    suite.run(Several.class);
    suite.accept();
    Path two = suite.goldens.resolve(HERE + "Several/two.spans");
    byte[] before = Files.readAllBytes(two);
    next(2);

    suite.runMethod(Several.class, "one", Tracer.class);

    assertThat(two).hasBinaryContent(before);
    assertThat(Suite.list(suite.goldens)).hasSize(2);
    assertThat(suite.lines(ClassRan.class).stream()
            .filter(line -> line.classes().size() == 1)
            .map(ClassRan::full))
        .containsExactly(false, false);
  }

  @TraceTest
  static class Outer {
    @Test
    void one() {}

    @Nested
    class Inner {
      @Test
      void two() {}

      @Test
      void three() {
        assertThat(VALUES).isEmpty();
      }
    }
  }

  @Test
  void a_class_with_a_nested_class_that_failed_did_not_run_in_full() {
    next(1);

    suite.run(Outer.class);

    assertThat(suite.lines(ClassRan.class)).extracting(ClassRan::full).containsOnly(false);
  }

  @Test
  void a_class_that_ran_in_full_says_so() {
    next(1, 1, 1, 1);
    suite.run(Several.class, Orders.class);
    suite.accept();
    suite.run(Orders.class);

    List<ClassRan> classes = suite.lines(ClassRan.class);
    String several = Several.class.getName();
    assertThat(classes)
        .extracting(ClassRan::classes, ClassRan::full)
        .containsExactlyInAnyOrder(
            tuple(List.of(several, several + "$Inner"), true),
            tuple(List.of(several, several + "$Disused"), false),
            tuple(List.of(several), false),
            tuple(List.of(Orders.class.getName()), false),
            tuple(List.of(Orders.class.getName()), true));
  }

  @TraceTest
  static class Named {
    @Test
    void places(Tracer tracer) {
      span(tracer);
      assertTrace().matches(golden());
    }
  }

  @Test
  void each_test_and_the_names_of_its_telemetry_are_written_down() {
    next(1, 1);
    suite.run(Named.class);
    suite.run(Named.class);

    assertThat(suite.lines(TestRan.class)).hasSize(2).allSatisfy(line -> {
      assertThat(line.passed()).isFalse();
      assertThat(line.test().testClass()).isEqualTo(Named.class.getName());
      assertThat(line.test().method()).isEqualTo("places");
      assertThat(line.test().parameters()).containsExactly(Tracer.class.getName());
      assertThat(line.test().classFile()).exists();
    });
    NamesSeen seen = suite.lines(NamesSeen.class).get(0);
    assertThat(seen.spans()).hasSize(1);
    assertThat(seen.spans().get(0).name()).isEqualTo("place order");
    assertThat(seen.spans().get(0).attributes())
        .containsEntry("coins", "long")
        .containsEntry("shop", "string");
  }

  @TraceTest
  static class Unseen {
    @Test
    void emits(Tracer tracer) {
      tracer.spanBuilder("a").startSpan().end();
    }
  }

  @Test
  void a_suite_in_mode_off_compares_nothing_and_leaves_nothing_behind() {
    next(1);
    System.setProperty(GoldenMode.PROPERTY, "off");
    try {
      assertThat(suite.run(Orders.class)).containsOnly(Map.entry("places(Tracer)", ""));
      assertThat(suite.run(Unseen.class)).containsOnly(Map.entry("emits(Tracer)", ""));
    } finally {
      System.clearProperty(GoldenMode.PROPERTY);
    }

    assertThat(Suite.list(module)).containsExactly("pom.xml");
  }
}
