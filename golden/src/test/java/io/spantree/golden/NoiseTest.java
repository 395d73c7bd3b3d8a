package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spantree.capture.SpanCapture;
import io.spantree.model.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseTest {
  private static final String JDBC = "io.opentelemetry.jdbc";
  private static final String OWN = "shop";

  @TempDir
  Path module;

  private Path file;
  private Path received;

  @BeforeEach
  void makeModule() throws IOException {
    Files.writeString(module.resolve("pom.xml"), "<project/>");
    file = module.resolve("src/test/resources/golden/shop/places.spans");
    received = module.resolve("target/spantree/received/shop/places.spans");
  }

  /** A span of our own around one of a library. */
  private static Recording record(Attributes own, Attributes library) {
    return record(own, library, (outer, inner) -> {});
  }

  private static Recording record(Attributes own, Attributes library, BiConsumer<Span, Span> more) {
    try (SpanCapture capture = SpanCapture.start()) {
      var telemetry = capture.openTelemetry();
      Span outer = telemetry.getTracer(OWN).spanBuilder("order").startSpan();
      try (Scope scope = outer.makeCurrent()) {
        Span inner = telemetry.getTracer(JDBC).spanBuilder("SELECT").startSpan();
        outer.setAllAttributes(own);
        inner.setAllAttributes(library);
        more.accept(outer, inner);
        inner.end();
      }
      outer.end();
      return capture.recording();
    }
  }

  private static Attributes attributes(Object... pairs) {
    var builder = Attributes.builder();
    for (int i = 0; i < pairs.length; i += 2) {
      String key = (String) pairs[i];
      if (pairs[i + 1] instanceof Number number) {
        builder.put(key, number.longValue());
      } else if (pairs[i + 1] instanceof String[] texts) {
        builder.put(key, texts);
      } else {
        builder.put(key, (String) pairs[i + 1]);
      }
    }
    return builder.build();
  }

  private AssertionError failure(Recording recording) {
    return catchThrowableOfType(
        AssertionError.class, () -> assertTrace(recording).matches(golden(file)));
  }

  private void accept() throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(received, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static Attributes peer(int port) {
    return attributes(
        "thread.id",
        port,
        "thread.name",
        "pool-" + port,
        "code.line.number",
        port,
        "network.peer.address",
        "10.0.0." + port,
        "network.peer.port",
        port,
        "client.address",
        "c" + port,
        "client.port",
        port,
        "db.system.name",
        "h2");
  }

  @Test
  void what_a_library_notes_of_threads_and_peers_is_left_out_and_the_golden_says_so()
      throws IOException {
    failure(record(attributes("thread.name", "main"), peer(1)));

    assertThat(received).hasContent("""
        # spantree v1
        # left out: client.address, client.port, code.line.number, network.peer.address,\
         network.peer.port, thread.id, thread.name
        span order
            thread.name = "main"
        span > SELECT
            db.system.name = "h2"
        """);
    accept();

    assertTrace(record(attributes("thread.name", "main"), peer(2))).matches(golden(file));
    assertTrace(record(attributes("thread.name", "main"), attributes("db.system.name", "h2")))
        .matches(golden(file));
    assertThat(failure(record(attributes("thread.name", "other"), peer(2))))
        .hasMessageContaining("thread.name: expected \"main\" (string), was \"other\" (string)");
  }

  @Test
  void what_a_golden_says_is_compared_although_it_could_be_left_out() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, """
        # spantree v1
        span order
        span > SELECT
            db.system.name = "h2"
            thread.name = "pool-1"
        """);

    assertTrace(record(Attributes.empty(), peer(1))).matches(golden(file));
    assertThat(failure(record(Attributes.empty(), peer(2))))
        .hasMessageContaining("thread.name: expected \"pool-1\" (string), was \"pool-2\"");
  }

  @Test
  void a_changed_trace_renews_the_note_and_keeps_the_other_comments() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, """
        # spantree v1
        # left out: host.name
        # orders are placed by one query
        span order
        span > SELECT
            db.system.name = "hsqldb"
        """);

    failure(record(Attributes.empty(), attributes("thread.id", 7, "db.system.name", "h2")));

    assertThat(received).hasContent("""
        # spantree v1
        # left out: thread.id
        # orders are placed by one query
        span order
        span > SELECT
            db.system.name = "h2"
        """);
  }

  @Test
  void values_that_vary_by_key_or_shape_are_proposed_as_matchers() throws IOException {
    Attributes varying = attributes(
        "server.port",
        54321,
        "url.full",
        "http://localhost:54321/orders?a=1",
        "user_agent.original",
        "Java-http-client/17.0.1",
        "db.connection_string",
        "h2:mem:x",
        "messaging.kafka.offset",
        42,
        "messaging.client.id",
        "consumer-7",
        "order.ref",
        "0b1e6f3a-6f0e-4f5e-9a7e-2f6f9c1d2e3f",
        "placed.at",
        "2026-11-25T10:00:00Z",
        "placed.epoch",
        1_764_064_712_345L,
        "tags",
        new String[] {"a", "2026-11-25T10:00:00Z"},
        "coins",
        4200,
        "bytes",
        1_073_741_824L,
        "limit",
        Integer.MAX_VALUE,
        "url.path",
        "/orders");
    AssertionError failure = failure(record(
        varying,
        Attributes.empty(),
        (outer, inner) -> inner.recordException(new IllegalStateException("boom"))));

    assertThat(received).hasContent("""
        # spantree v1
        span order
            bytes = 1073741824
            coins = 4200
            db.connection_string = <string>
            limit = 2147483647
            messaging.client.id = <string>
            messaging.kafka.offset = <long>
            order.ref = <uuid>
            placed.at = <timestamp>
            placed.epoch = <timestamp>
            server.port = <long>
            tags = ["a", <timestamp>]
            url.full = </http:\\/\\/localhost:\\d+\\/orders\\?a=1/>
            url.path = "/orders"
            user_agent.original = <string>
        span > SELECT
            event exception
              . exception.message = "boom"
              . exception.stacktrace = <any>
              . exception.type = "java.lang.IllegalStateException"
        """);
    assertThat(failure)
        .hasMessageContaining("<…> is proposed where a value looks as if it differs each time;"
            + " recorded was db.connection_string = \"h2:mem:x\", exception.stacktrace ="
            + " \"java.lang.IllegalStateException: boo…, messaging.client.id = \"consumer-7\",")
        .hasMessageContaining(", … and 6 more\n");
    accept();
    assertTrace(record(
            varying,
            Attributes.empty(),
            (outer, inner) -> inner.recordException(new IllegalStateException("boom"))))
        .matches(golden(file));
  }

  @Test
  void a_uuid_that_occurs_twice_must_be_the_same_one_in_both_places() throws IOException {
    String id = "0b1e6f3a-6f0e-4f5e-9a7e-2f6f9c1d2e3f";
    failure(record(attributes("shop.customer.id", id), attributes("db.param", id)));

    assertThat(received)
        .content()
        .contains("shop.customer.id = <uuid#customer>", "db.param = <uuid#customer>");
    accept();

    String other = "7b1e6f3a-6f0e-4f5e-9a7e-2f6f9c1d2e3f";
    assertTrace(record(attributes("shop.customer.id", other), attributes("db.param", other)))
        .matches(golden(file));
    assertThat(failure(record(attributes("shop.customer.id", other), attributes("db.param", id))))
        .isNotNull();
  }

  @Test
  void siblings_that_differ_in_what_varies_are_one_line() throws IOException {
    Recording recording;
    try (SpanCapture capture = SpanCapture.start()) {
      for (int i = 0; i < 3; i++) {
        Span span = capture.openTelemetry().getTracer(OWN).spanBuilder("order").startSpan();
        span.setAttribute("order.id", java.util.UUID.randomUUID().toString());
        span.end();
      }
      recording = capture.recording();
    }

    failure(recording);

    assertThat(received).hasContent("""
        # spantree v1
        trace order x3
        span order
            order.id = <uuid>
        """);
    accept();
    assertTrace(recording).matches(golden(file));
  }

  @Test
  void only_what_is_new_in_a_golden_is_proposed() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, """
        # spantree v1
        span order
            server.port = 8080
        """);

    failure(record(attributes("server.port", 8081), attributes("server.port", 54321)));

    assertThat(received).hasContent("""
        # spantree v1
        span order
            server.port = 8081
        span > SELECT
            server.port = <long>
        """);
  }

  @Test
  void a_package_has_rules_of_its_own_and_inherits_those_above() throws IOException {
    Path root = module.resolve("src/test/resources/golden");
    Files.createDirectories(root.resolve("shop"));
    Files.writeString(root.resolve("golden.properties"), """
        library-scopes = shop*
        leave-out = host.*
        propose.order.ref = <string>
        """);
    Files.writeString(root.resolve("shop/golden.properties"), """
        propose.order.ref = </v\\\\d+/>
        keep = server.port, host.kind
        """);

    failure(record(
        attributes("order.ref", "v1", "host.name", "h", "host.kind", "k", "thread.id", 1),
        attributes("server.port", 8080)));

    assertThat(received).hasContent("""
        # spantree v1
        # left out: host.name, thread.id
        span order
            host.kind = "k"
            order.ref = </v\\d+/>
        span > SELECT
            server.port = 8080
        """);
  }

  @Test
  void rules_in_code_stand_above_all() {
    Recording recording =
        record(attributes("order.ref", "v1", "host.name", "h"), attributes("thread.id", 7));

    assertThat(catchThrowableOfType(
            AssertionError.class,
            () -> assertTrace(recording)
                .matches(golden(file)
                    .leaveOut("host.*")
                    .propose("order.ref", "<oneof \"v1\" \"v2\">")
                    .keep("thread.id"))))
        .isNotNull();

    assertThat(received).hasContent("""
        # spantree v1
        # left out: host.name
        span order
            order.ref = <oneof "v1" "v2">
        span > SELECT
            thread.id = 7
        """);
  }

  @Test
  void a_matcher_that_does_not_accept_the_value_is_not_proposed() {
    assertThat(catchThrowableOfType(
            AssertionError.class,
            () -> assertTrace(record(attributes("order.ref", "v1"), Attributes.empty()))
                .matches(golden(file).propose("order.ref", "<uuid>"))))
        .isNotNull();

    assertThat(received).content().contains("order.ref = \"v1\"");
  }

  @Test
  void rules_that_are_none_are_refused_with_their_file() throws IOException {
    Path rules = file.resolveSibling("golden.properties");
    Files.createDirectories(file.getParent());
    Files.writeString(rules, "leaveout = a\n");
    Recording recording = record(Attributes.empty(), Attributes.empty());

    assertThatThrownBy(() -> assertTrace(recording).matches(golden(file)))
        .hasMessage(rules + ": \"leaveout\" is no rule; there are library-scopes, leave-out, keep"
            + " and propose.<key>");

    Files.writeString(rules, "propose.order.id = <uid>\n");
    assertThatThrownBy(() -> assertTrace(recording).matches(golden(file)))
        .hasMessageStartingWith(rules + ": propose.order.id:1:1: expected one of <any>");
    assertThatThrownBy(() -> golden().propose("a", "<uuid> x"))
        .hasMessageStartingWith("the matcher for a:1:8: expected the end of the line");
  }

  @Test
  void a_key_glob_matches_as_a_whole() {
    Recording recording =
        record(attributes("a.b.c", "1", "a.b", "2", "x", "3"), attributes("a.c", "4"));

    assertThat(catchThrowableOfType(
            AssertionError.class,
            () -> assertTrace(recording).matches(golden(file).leaveOut("a.*c", "*x*x"))))
        .isNotNull();

    assertThat(received).content().contains("# left out: a.b.c, a.c\n", "a.b = \"2\"", "x = \"3\"");
  }

  @Test
  void an_attribute_of_another_type_is_still_a_finding() throws IOException {
    failure(record(attributes("server.port", 8080), Attributes.empty()));
    accept();

    Attributes text = Attributes.of(AttributeKey.stringKey("server.port"), "8080");

    assertThat(failure(record(text, Attributes.empty())))
        .hasMessageContaining("ATTRIBUTE TYPE  order: server.port");
  }
}
