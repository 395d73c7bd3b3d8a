package io.spantree.golden.cli;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.golden.cli.Project.Result;
import io.spantree.golden.run.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
  private static final String LARGE = "acme/OrderTest/large.spans";
  private static final String SMALL = "acme/OrderTest/small.spans";
  private static final String STOCK = "acme/StockTest/counts.spans";

  private static final String GOLDEN = """
      span order
          # given by the shop
          coins = 42
          partner = "myntra"
      span > check
          hit = false
      """;

  private static final String RECORDED = """
      span order
          coins = 42
      span > lookup
          hit = false
      """;

  @TempDir
  Path folder;

  private Project project;

  @BeforeEach
  void makeProject() {
    project = new Project(folder);
  }

  private void orders() {
    for (String name : List.of(LARGE, SMALL)) {
      project.golden(name, GOLDEN);
      project.test(name, RECORDED);
    }
    project.test(STOCK, "span stock\n");
  }

  private void fails(Result result, String message) {
    assertThat(result.err()).isEqualTo("spantree: " + message + "\n");
    assertThat(result.code()).isEqualTo(2);
  }

  // list and diff

  @Test
  void lists_what_is_pending_and_says_what_would_be_lost() {
    orders();

    Result result = project.run("list");

    assertThat(result.out()).isEqualTo("""
        3 goldens are pending:

          differs  acme/OrderTest/large.spans  1 RENAMED, 1 ATTRIBUTE MISSING (loss)
          differs  acme/OrderTest/small.spans  1 RENAMED, 1 ATTRIBUTE MISSING (loss)
          new      acme/StockTest/counts.spans

        review decides one by one, accept takes what its glob names; see --help.
        """);
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void the_list_is_json_for_tools() {
    orders();

    JsonObject list = JsonObject.parse(project.run("list", "--json").out().strip());

    List<JsonObject> pending = list.list("pending", JsonObject.class);
    assertThat(pending).extracting(each -> each.text("name")).containsExactly(LARGE, SMALL, STOCK);
    assertThat(pending)
        .extracting(each -> each.text("outcome"))
        .containsExactly("differs", "differs", "pending");
    assertThat(pending.get(0).list("findings", JsonObject.class))
        .extracting(each -> each.text("kind") + " " + each.flag("loss"))
        .containsExactly("RENAMED false", "ATTRIBUTE_MISSING true");
  }

  @Test
  void nothing_is_pending_after_a_test_that_passed() {
    project.golden(LARGE, RECORDED);
    project.test(LARGE, RECORDED);

    assertThat(project.run("list")).isEqualTo(new Result(0, "Nothing is pending.\n", ""));
  }

  private static final String CONFLICT = """
      span order
      <<<<<<< ours
          coins = 1
      =======
          coins = 2
      >>>>>>> theirs
      """;

  @Test
  void a_golden_that_could_not_be_compared_is_not_passed_over() {
    project.golden(LARGE, CONFLICT);
    project.test(LARGE, RECORDED);
    String failed = """
        1 golden could not be compared:
          acme/OrderTest/large.spans  (…/src/test/resources/golden/acme/OrderTest/large.spans:3:1: \
        this is a merge conflict: choose a side and remove the markers)
        Mend it, and run its test again.
        """;

    assertThat(project.run("list")).isEqualTo(new Result(1, failed, ""));
    assertThat(project.run("diff")).isEqualTo(new Result(1, failed, ""));
    assertThat(project.run("check")).isEqualTo(new Result(1, failed, ""));
    assertThat(project.run("review")).isEqualTo(new Result(1, failed, ""));
    assertThat(project.run("accept"))
        .isEqualTo(new Result(1, "Nothing was accepted.\n" + failed, ""));
    for (String command : List.of("list", "diff", "check")) {
      JsonObject json = JsonObject.parse(project.run(command, "--json").out().strip());
      assertThat(json.list("failed", JsonObject.class))
          .extracting(each -> each.text("name"))
          .containsExactly(LARGE);
    }
  }

  @Test
  void a_golden_that_was_mended_since_still_awaits_its_test() {
    project.golden(LARGE, CONFLICT);
    project.test(LARGE, RECORDED);
    project.golden(LARGE, RECORDED);

    assertThat(project.run("list").out()).contains("(its test could not compare it, and says why)");
    fails(
        project.run("accept", "Nobody"),
        "no pending golden is named like Nobody; pending are: " + LARGE);

    project.test(LARGE, RECORDED);
    assertThat(project.run("list").code()).isZero();
  }

  @Test
  void what_was_received_and_is_not_there_has_failed_unless_it_became_the_golden()
      throws IOException {
    orders();
    Files.delete(project.receivedFile(LARGE));
    Files.move(
        project.receivedFile(SMALL),
        project.goldenFile(SMALL),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThat(project.run("list", "--json").out()).contains("counts.spans").contains(LARGE);
    assertThat(project.run("accept")).isEqualTo(new Result(1, """
            Accepted 1 golden:
            - new: acme/StockTest/counts.spans
            1 golden could not be compared:
              acme/OrderTest/large.spans  (what was received is not in …/target/spantree/received/acme/OrderTest/large.spans)
            Mend it, and run its test again.
            """, ""));
  }

  @Test
  void a_glob_names_also_what_could_not_be_compared() {
    orders();
    project.golden(SMALL, CONFLICT);
    project.test(SMALL, RECORDED);

    assertThat(project.run("accept", "StockTest").code()).isZero();
    assertThat(project.run("accept", "OrderTest/small").out())
        .startsWith("Nothing was accepted.\n1 golden could not be compared:\n  " + SMALL);
  }

  @Test
  void a_module_with_goldens_that_has_not_run_is_not_passed_over() {
    project.golden(LARGE, RECORDED);
    project.test(LARGE, RECORDED);
    for (String module : List.of("shop", "apps/stock", "names")) {
      String name = module.equals("names") ? "telemetry.names" : "acme/A/b.spans";
      Project.write(
          folder.resolve(module).resolve("src/integrationTest/resources/golden").resolve(name),
          "# spantree v1\nspan a\n");
    }

    assertThat(project.run("check")).isEqualTo(new Result(0, """
        2 modules with goldens have not run, so that nothing is known of them:
          apps/stock
          shop
        Nothing is known to be pending, stale or gone, so the exit code is 0; of the above it is not known.
        """, ""));
    assertThat(JsonObject.parse(project.run("check", "--json").out().strip())
            .list("notRun", String.class))
        .containsExactly("…/apps/stock", "…/shop");
  }

  @Test
  void a_project_without_runs_is_told_to_run_its_tests() {
    fails(
        project.run("list"),
        "no test has compared a golden in or below … yet; run the tests"
            + " first, or name the project with -C DIR");
  }

  @Test
  void shows_the_diff_of_the_named_golden() {
    orders();

    Result result = project.run("diff", "OrderTest/large");

    assertThat(result.out()).isEqualTo("""
        --- golden/acme/OrderTest/large.spans
        +++ received/acme/OrderTest/large.spans
        @@ -2,6 +2,5 @@
         span order
             # given by the shop
             coins = 42
        -    partner = "myntra"
        -span > check
        +span > lookup
             hit = false
        """);
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void a_hunk_names_the_span_that_it_stands_in() {
    project.golden(LARGE, "span a\n    k1 = 1\n    k2 = 1\n    k3 = 1\n    k4 = 1\n    k5 = 1\n");
    project.test(LARGE, "span a\n    k1 = 1\n    k2 = 1\n    k3 = 1\n    k4 = 1\n    k5 = 2\n");

    assertThat(project.run("diff").out()).contains("@@ -4,4 +4,4 @@ span a\n");
    JsonObject json = JsonObject.parse(project.run("diff", "--json").out().strip());
    assertThat(json.list("pending", JsonObject.class).get(0).text("diff")).contains("+    k5 = 2");
  }

  // accept

  @Test
  void accepts_a_new_golden_by_the_name_of_its_class() {
    orders();

    Result result = project.run("accept", "StockTest");

    assertThat(result).isEqualTo(new Result(0, """
        Accepted 1 golden:
        - new: acme/StockTest/counts.spans
        """, ""));
    assertThat(project.golden(STOCK)).isEqualTo("# spantree v1\nspan stock\n");
  }

  @Test
  void a_recording_of_nothing_becomes_no_golden() {
    project.test(STOCK, "");
    project.golden(LARGE, GOLDEN);
    project.test(LARGE, "");

    assertThat(project.run("accept", "--allow-loss")).isEqualTo(new Result(1, """
            Refused 2 goldens, nothing was recorded: give the instrumented code the test's SDK:
            - acme/OrderTest/large.spans
            - acme/StockTest/counts.spans
            """, ""));
    assertThat(project.goldenFile(STOCK)).doesNotExist();
    assertThat(project.golden(LARGE)).isEqualTo("# spantree v1\n" + GOLDEN);
  }

  @Test
  void a_recording_of_nothing_is_refused_with_a_byte_order_mark_too() {
    Project.write(project.goldenFile(LARGE), "\uFEFF# spantree v1\nspan a\n");
    project.test(LARGE, "");

    assertThat(project.run("accept", "--allow-loss").out())
        .startsWith("Refused 1 golden, nothing was recorded");
  }

  @Test
  void a_loss_is_refused_and_nothing_is_written() {
    orders();

    Result result = project.run("accept", "OrderTest/*");

    assertThat(result).isEqualTo(new Result(1, """
        Refused 2 goldens, a loss: decide with review, or take it with --allow-loss:
        - acme/OrderTest/large.spans
        - acme/OrderTest/small.spans
        """, ""));
    assertThat(project.golden(LARGE)).isEqualTo("# spantree v1\n" + GOLDEN);
  }

  @Test
  void a_loss_is_taken_when_it_is_allowed() {
    orders();

    Result result = project.run("accept", LARGE, "--allow-loss");

    assertThat(result).isEqualTo(new Result(0, """
        Accepted 1 golden:
        - RENAMED  lookup, expected check (1 golden)
        - LOSS: ATTRIBUTE MISSING  order: partner is missing; expected "myntra" (string) (1 golden)
        """, ""));
    assertThat(project.golden(LARGE)).isEqualTo(Project.read(project.receivedFile(LARGE)));
  }

  @Test
  void findings_of_one_kind_are_taken_and_the_rest_stays_as_it_was() {
    orders();

    Result result = project.run("accept", "OrderTest", "--only", "renamed");

    assertThat(result).isEqualTo(new Result(1, """
        Accepted 2 goldens:
        - RENAMED  lookup, expected check (2 goldens)
        Left, so that the tests stay red:
        - LOSS: ATTRIBUTE MISSING  order: partner is missing; expected "myntra" (string) (2 goldens)
        """, ""));
    assertThat(project.golden(LARGE))
        .isEqualTo("# spantree v1\n" + GOLDEN.replace("check", "lookup"));
  }

  @Test
  void what_is_taken_in_part_has_the_matchers_that_the_rules_of_its_package_and_test_propose() {
    Project.write(
        project.goldenFile("acme/golden.properties"),
        "propose.order.ref = <string>\nleave-out = host.*\n");
    project.golden(LARGE, "span order\n    coins = 42\n    partner = \"myntra\"\n");
    String recorded = """
        span order
            coins = 42
            host.name = "h"
            order.ref = "v1"
            page = 7
            server.port = 80
        """;
    project.test(LARGE, recorded, golden -> golden.propose("page", "<long>").keep("server.port"));

    assertThat(project.run("accept", "--only", "ATTRIBUTE_UNEXPECTED").code()).isEqualTo(1);

    assertThat(project.golden(LARGE)).isEqualTo("""
        # spantree v1
        # left out: host.name
        span order
            coins = 42
            order.ref = <string>
            page = <long>
            partner = "myntra"
            server.port = 80
        """);
  }

  @Test
  void a_golden_that_was_changed_since_is_refused() {
    orders();
    project.golden(LARGE, GOLDEN + "# a word\n");

    Result result = project.run("accept", "large", "--allow-loss");

    assertThat(result).isEqualTo(new Result(1, """
        Refused 1 golden, the golden has changed since: run the test again:
        - acme/OrderTest/large.spans
        """, ""));
    assertThat(project.golden(LARGE)).endsWith("# a word\n");
  }

  @Test
  void a_golden_in_conflict_is_refused_for_it_has_changed() {
    orders();
    String conflict = "<<<<<<< ours\n" + GOLDEN + "=======\n" + GOLDEN + ">>>>>>> theirs\n";
    project.golden(LARGE, conflict);

    assertThat(project.run("accept", "large", "--allow-loss").out())
        .contains("the golden has changed since");
    assertThat(project.golden(LARGE)).endsWith(conflict);
  }

  @Test
  void a_received_file_that_was_edited_is_refused() throws IOException {
    orders();
    Files.writeString(project.receivedFile(STOCK), "# spantree v1\nspan other\n");

    assertThat(project.run("accept", "StockTest").out())
        .contains("the received file has changed since");
    assertThat(project.goldenFile(STOCK)).doesNotExist();
  }

  /** Compiled, of which only the file counts. */
  static class Compiled {}

  @Test
  void what_was_received_before_its_test_was_compiled_again_is_refused() throws IOException {
    Records records = new Records(project);
    Path classFile = records.compile(Compiled.class);
    records.received(Compiled.class, "counts", STOCK, "# spantree v1\nspan stock\n");
    FileTime received = Files.getLastModifiedTime(project.receivedFile(STOCK));
    Files.setLastModifiedTime(classFile, FileTime.fromMillis(received.toMillis() + 1_000));

    assertThat(project.run("list").out())
        .contains("new      " + STOCK + "  (the test was compiled since: run it again)");
    assertThat(project.run("accept")).isEqualTo(new Result(1, """
        Refused 1 golden, the test was compiled since: run it again:
        - acme/StockTest/counts.spans
        """, ""));
    assertThat(project.goldenFile(STOCK)).doesNotExist();

    Files.setLastModifiedTime(classFile, received);
    assertThat(project.run("accept").code()).isZero();
  }

  /** Runs in another fork. */
  static class Forked {}

  @Test
  void a_golden_for_which_two_forks_received_different_trees_is_refused() throws IOException {
    Records records = new Records(project);
    long compiled = System.currentTimeMillis() - 60_000;
    for (Class<?> type : List.of(Compiled.class, Forked.class)) {
      Files.setLastModifiedTime(records.compile(type), FileTime.fromMillis(compiled));
    }
    records.at(compiled + 1_000);
    records.received(Compiled.class, "counts", STOCK, "# spantree v1\nspan stock\n");
    records.received(Forked.class, "counts", STOCK, "# spantree v1\nspan other\n");

    assertThat(project.run("accept"))
        .isEqualTo(new Result(1, """
        Refused 1 golden, several tests record different trees: give each a golden of its own:
        - acme/StockTest/counts.spans  (%1$s$Compiled.counts, %1$s$Forked.counts)
        """.formatted(CommandsTest.class.getName()), ""));
    assertThat(project.goldenFile(STOCK)).doesNotExist();

    records.nextRun();
    records.received(Forked.class, "counts", STOCK, "# spantree v1\nspan other\n");
    assertThat(project.run("accept").code()).as("an earlier run does not count").isZero();
  }

  @Test
  void a_test_of_a_fork_that_was_compiled_again_since_does_not_count() throws IOException {
    Records records = new Records(project);
    long compiled = System.currentTimeMillis() - 60_000;
    Path forked = records.compile(Forked.class);
    Files.setLastModifiedTime(records.compile(Compiled.class), FileTime.fromMillis(compiled));
    records.at(compiled + 1_000);
    records.received(Forked.class, "counts", STOCK, "# spantree v1\nspan other\n");
    records.received(Compiled.class, "counts", STOCK, "# spantree v1\nspan stock\n");
    Files.setLastModifiedTime(forked, FileTime.fromMillis(compiled + 2_000));

    assertThat(project.run("accept").code()).isZero();
  }

  @Test
  void of_two_tests_that_agreed_one_may_be_run_again_by_itself() throws IOException {
    Records records = new Records(project);
    long compiled = System.currentTimeMillis() - 60_000;
    for (Class<?> type : List.of(Compiled.class, Forked.class)) {
      Files.setLastModifiedTime(records.compile(type), FileTime.fromMillis(compiled));
    }
    records.at(compiled + 1_000);
    records.received(Compiled.class, "counts", STOCK, "# spantree v1\nspan stock\n");
    records.received(Forked.class, "counts", STOCK, "# spantree v1\nspan stock\n");
    records.nextJvm();
    records.received(Compiled.class, "counts", STOCK, "# spantree v1\nspan other\n");

    assertThat(project.run("list").out()).contains("new      " + STOCK + "\n");
    assertThat(project.run("accept").code()).isZero();
  }

  @Test
  void all_findings_of_one_kind_may_be_all_there_are() {
    project.golden(LARGE, "span a\n    k = 1\n");
    project.test(LARGE, "span a\n    k = 2\n");

    assertThat(project.run("accept", "--only", "ATTRIBUTE_VALUE"))
        .isEqualTo(new Result(0, """
            Accepted 1 golden:
            - ATTRIBUTE VALUE  a: k: expected 1 (long), was 2 (long) (1 golden)
            """, ""));
  }

  @Test
  void a_golden_without_its_recording_keeps_none_from_being_accepted_in_part() throws IOException {
    for (String name : List.of(LARGE, SMALL, STOCK)) {
      project.golden(name, "span a\n    k = 1\n");
      project.test(name, "span a\n    k = 2\n");
    }
    Files.delete(folder.resolve("target/spantree/recorded").resolve(SMALL));

    assertThat(project.run("accept", "--only", "ATTRIBUTE_VALUE"))
        .isEqualTo(new Result(1, """
            Accepted 2 goldens:
            - ATTRIBUTE VALUE  a: k: expected 1 (long), was 2 (long) (2 goldens)
            Refused 1 golden, what was recorded is not kept: run the test again:
            - acme/OrderTest/small.spans
            """, ""));
    assertThat(project.run("accept").code()).as("as a whole it needs none").isZero();
  }

  @Test
  void a_recording_of_another_run_than_what_was_received_is_not_kept() {
    project.golden(LARGE, "span a\n    k = 1\n");
    project.test(LARGE, "span a\n    k = 2\n");
    Path recorded = folder.resolve("target/spantree/recorded").resolve(LARGE);
    String old = Project.read(recorded);
    project.test(LARGE, "span a\n    k = 3\n");
    Project.write(recorded, old);

    for (String[] command : new String[][] {{"review"}, {"accept", "--only", "ATTRIBUTE_VALUE"}}) {
      assertThat(project.answering("a\n", command).out())
          .contains("Refused 1 golden, what was recorded is not kept: run the test again:\n");
    }
    assertThat(project.golden(LARGE)).contains("k = 1");
  }

  @Test
  void of_very_many_findings_the_summary_shows_sixty() {
    StringBuilder golden = new StringBuilder("span a\n");
    for (int i = 100; i < 170; i++) {
      golden.append("    k").append(i).append(" = 1\n");
    }
    project.golden(LARGE, golden.toString());
    project.test(LARGE, golden.toString().replace("= 1\n", "= 2\n"));

    assertThat(project.run("accept").out().lines().toList())
        .hasSize(62)
        .endsWith(
            "- ATTRIBUTE VALUE  a: k159: expected 1 (long), was 2 (long) (1 golden)",
            "- … and 10 more");
  }

  @Test
  void a_torn_line_of_a_record_is_named_and_what_follows_is_read() throws IOException {
    project.golden(LARGE, "span a\n    k = 1\n");
    project.test(LARGE, "span a\n    k = 2\n");
    Path runs = folder.resolve("target/spantree/runs");
    Path record;
    try (var files = Files.list(runs)) {
      record = files.findFirst().orElseThrow();
    }
    String line = Files.readString(record).lines().skip(1).findFirst().orElseThrow();
    Files.writeString(record, "{\"type\":\"compa\n" + line + "\n", APPEND);

    Result result = project.run("list");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).startsWith("1 golden is pending:\n");
    assertThat(result.err()).isEqualTo("""
        spantree: 1 line of a run record cannot be read, so that something may be missing:
          …/target/spantree/runs/%s:3: no line of a run record: column 15: expected the end of a string
        """.formatted(record.getFileName()));
  }

  @Test
  void nothing_is_accepted_on_a_build_server() {
    orders();
    Map<String, String> ci = Map.of("GITHUB_ACTIONS", "true");
    String message = "goldens are not accepted on a build server, and GITHUB_ACTIONS is set;"
        + " accept on your machine and commit, so that somebody reviews it";

    fails(project.run(ci, "", "accept"), message);
    fails(project.run(ci, "a\n", "review"), message);
    fails(project.run(ci, "", "prune", "--yes"), message);
    assertThat(project.goldenFile(STOCK)).doesNotExist();
    assertThat(project.run(Map.of("CI", "false"), "", "accept", "StockTest").code())
        .isZero();
  }

  @Test
  void a_link_out_of_the_folder_is_refused() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    orders();
    Files.createSymbolicLink(project.goldenFile("acme/StockTest"), outside);

    Result result = project.run("accept", "StockTest");

    assertThat(result.err()).contains("a symbolic link that leads out of");
    assertThat(result.code()).isEqualTo(2);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void a_link_within_the_folder_stays_one_and_its_file_is_accepted() throws IOException {
    orders();
    Path shared = project.goldenFile("acme/shared.spans");
    Files.move(project.goldenFile(LARGE), shared);
    Files.createSymbolicLink(project.goldenFile(LARGE), shared);

    assertThat(project.run("accept", LARGE, "--allow-loss").code()).isZero();

    assertThat(project.goldenFile(LARGE)).isSymbolicLink();
    assertThat(Project.read(shared)).isEqualTo(Project.read(project.receivedFile(LARGE)));
  }

  @Test
  void a_golden_that_cannot_be_written_is_an_error_and_what_was_accepted_is_told() {
    orders();
    Project.write(folder.resolve("src/test/resources/golden/acme/StockTest"), "a file");

    Result result = project.run("accept", "--allow-loss");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("spantree: cannot write …/src/test/resources/golden/acme/");
    assertThat(result.out()).startsWith("Accepted 2 goldens:\n");
    assertThat(Project.read(folder.resolve("src/test/resources/golden/acme/StockTest")))
        .isEqualTo("a file");
  }

  @Test
  void a_name_that_no_golden_has_is_an_error() {
    orders();

    fails(
        project.run("accept", "nix"),
        "no pending golden is named like nix; pending are: "
            + "acme/OrderTest/large.spans, acme/OrderTest/small.spans, acme/StockTest/counts.spans");
  }

  @Test
  void a_kind_that_does_not_exist_is_an_error() {
    assertThat(project.run("accept", "--only", "gone").err())
        .contains("Invalid value for option '--only'")
        .contains("LOST_CONTEXT");
  }

  // help

  @Test
  void each_command_has_an_example() {
    for (String command : List.of("list", "diff", "review", "accept", "check", "prune", "names")) {
      Result help = project.run("--help");
      assertThat(help.out()).contains(command);
      assertThat(project.run(command, "--help").out())
          .contains("Example")
          .contains("java -jar spantree-golden-cli.jar " + command);
    }
  }

  /** An example that wraps is another command when it is pasted. */
  @Test
  void what_the_help_says_below_the_options_does_not_wrap() {
    for (CommandLine command : Main.commands(terminal()).getSubcommands().values()) {
      assertThat(command.getCommandSpec().usageMessage().footer())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }
  }

  private static Terminal terminal() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Terminal(
        new BufferedReader(Reader.nullReader()),
        nowhere,
        nowhere,
        CommandLine.Help.Ansi.OFF,
        Map.of(),
        false,
        System::nanoTime);
  }

  @Test
  void the_project_may_be_named_before_the_command() {
    orders();
    String expected = project.run("list").out();
    StringWriter out = new StringWriter();

    Main.run(
        Map.of(),
        Reader.nullReader(),
        new PrintWriter(out),
        new PrintWriter(out),
        "-C",
        folder.toString(),
        "list");

    assertThat(out.toString()).isEqualTo(expected);
  }

  @Test
  void without_a_command_the_usage_is_shown_as_an_error() {
    Result result = project.run();

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Usage: spantree");
  }
}
