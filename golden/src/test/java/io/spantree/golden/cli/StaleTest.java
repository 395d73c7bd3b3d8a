package io.spantree.golden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spantree.golden.cli.Project.Result;
import io.spantree.golden.review.Acceptance;
import io.spantree.golden.review.StaleGolden;
import io.spantree.golden.review.StaleGoldens;
import io.spantree.golden.review.Workspace;
import io.spantree.golden.run.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleTest {
  private static final String CLASS = "io/spantree/golden/cli/StaleTest.Shop/";

  @TempDir
  Path folder;

  private Project project;
  private Records records;

  /** The tests of the user's project: not run here. */
  static class Shop extends Stock {
    void places() {}

    static class NoTest {}
  }

  /** The methods that it inherits have goldens, too. */
  static class Stock {
    void counts() {}
  }

  @BeforeEach
  void makeProject() throws IOException {
    project = new Project(folder);
    records = new Records(project);
    records.compile(Shop.class);
    records.compile(Stock.class);
    for (String name : new String[] {"places", "places.large", "counts", "gone", "gone.large"}) {
      project.golden(CLASS + name + ".spans", "span a\n");
    }
    project.golden("io/spantree/golden/cli/NoSuchTest/places.spans", "span b\n");
    project.golden("orders/checkout.spans", "span c\n");
    records.compared(List.of("io.spantree.golden.cli.NoSuchTest"), "places", OLD);
    records.compared(Shop.class, "gone", CLASS + "gone.spans");
    records.compared(Shop.class, "gone", CLASS + "gone.large.spans");
    records.nextRun();
  }

  private void runAll() {
    for (String name : new String[] {"places", "counts"}) {
      records.compared(Shop.class, name, CLASS + name + ".spans");
    }
    records.ran(Shop.class, true);
  }

  @Test
  void tells_what_is_certain_likely_and_unknown() {
    runAll();

    Result result = project.run("check");

    assertThat(result).isEqualTo(new Result(1, """
        3 goldens stale for certain:
          io/spantree/golden/cli/NoSuchTest/places.spans  (the class io.spantree.golden.cli.NoSuchTest is gone)
          io/spantree/golden/cli/StaleTest.Shop/gone.large.spans  (the method io.spantree.golden.cli.StaleTest$Shop.gone is gone)
          io/spantree/golden/cli/StaleTest.Shop/gone.spans  (the method io.spantree.golden.cli.StaleTest$Shop.gone is gone)
        1 golden likely stale:
          io/spantree/golden/cli/StaleTest.Shop/places.large.spans  (io.spantree.golden.cli.StaleTest$Shop ran in full and passed without it)
        1 golden of which it is not known whether they are stale:
          orders/checkout.spans  (its path names no class)
        """, ""));
  }

  @Test
  void after_a_run_of_one_method_nothing_is_likely() {
    records.compared(Shop.class, "places", CLASS + "places.spans");
    records.ran(Shop.class, false);

    String out = project.run("check").out();

    assertThat(out).doesNotContain("likely").contains("StaleTest$Shop has not run in full");
  }

  @Test
  void the_last_run_counts_for_a_golden_that_an_earlier_one_compared() throws IOException {
    records.compared(Shop.class, "places", CLASS + "places.large.spans");
    runAll();
    records.nextRun();
    runAll();

    assertThat(project.run("check").out())
        .contains("1 golden likely stale:\n  " + CLASS + "places.large");
  }

  @Test
  void a_golden_of_a_path_of_its_own_is_kept_while_its_test_is_there() {
    runAll();
    records.compared(Shop.class, "counts", "orders/checkout.spans");

    assertThat(project.run("check").out()).doesNotContain("checkout");
  }

  @Test
  void a_class_whose_parents_are_not_here_may_have_any_method() throws IOException {
    java.nio.file.Files.delete(
        folder.resolve("target/test-classes/io/spantree/golden/cli/StaleTest$Stock.class"));
    runAll();

    assertThat(project.run("check").out()).doesNotContain("method");
  }

  @Test
  void a_name_with_a_hash_is_never_certain() {
    project.golden(CLASS + "a_name_1a2b3c4d-1a2b3c4d.spans", "span a\n");
    project.golden(CLASS + "PLACES-1a2b3c4d.large.spans", "span a\n");
    runAll();

    assertThat(project.run("check").out()).doesNotContain("1a2b3c4d is gone");
  }

  @Test
  void without_compiled_tests_nothing_is_certain() throws IOException {
    project.test("orders/checkout.spans", "span c\n");
    for (String file : new String[] {"Shop", "Stock"}) {
      java.nio.file.Files.delete(folder.resolve(
          "target/test-classes/io/spantree/golden/cli/StaleTest$" + file + ".class"));
    }
    Path classes = folder.resolve("target/test-classes");
    for (Path at = classes.resolve("io/spantree/golden/cli");
        !at.equals(folder.resolve("target"));
        at = at.getParent()) {
      java.nio.file.Files.delete(at);
    }

    assertThat(project.run("check").out()).doesNotContain("certain");
  }

  @Test
  void prune_deletes_nothing_without_yes() {
    runAll();

    Result result = project.run("prune");

    assertThat(result.out()).contains("delete   " + CLASS + "gone.spans  (the method");
    assertThat(result.out()).endsWith("""
        Kept 2 goldens of which it is not certain that they are stale; see check.
        Nothing was changed; prune --yes does it.
        """);
    assertThat(result.code()).isEqualTo(1);
    assertThat(project.goldenFile(CLASS + "gone.spans")).exists();
  }

  @Test
  void prune_deletes_what_is_certain_and_with_likely_what_is_likely() {
    runAll();

    assertThat(project.run("prune", "--yes").code()).isZero();
    assertThat(project.goldenFile(CLASS + "gone.spans")).doesNotExist();
    assertThat(project.goldenFile(CLASS + "places.large.spans")).exists();
    assertThat(project.goldenFile(CLASS + "places.spans")).exists();

    assertThat(project.run("prune", "--yes", "--likely").code()).isZero();
    assertThat(project.goldenFile(CLASS + "places.large.spans")).doesNotExist();
    assertThat(project.goldenFile("orders/checkout.spans")).exists();
  }

  @Test
  void a_moved_golden_is_offered_as_a_move_and_keeps_matchers_and_comments() {
    String old = "io/spantree/golden/cli/NoSuchTest/places.spans";
    project.golden(old, "span b\n    # per order\n    id = <long>\n");
    runAll();
    String fresh = "acme/NewTest/places.spans";
    project.test(fresh, "span b\n    id = 7\n");

    assertThat(project.run("prune").out())
        .contains("move     " + old
            + "  (the class io.spantree.golden.cli.NoSuchTest is gone; moved to " + fresh + ")");
    assertThat(project.run("prune", "--yes").out()).contains("moved    " + old);
    assertThat(project.goldenFile(old)).doesNotExist();
    assertThat(project.golden(fresh)).contains("    # per order\n    id = <long>\n");
  }

  private static final String OLD = "io/spantree/golden/cli/NoSuchTest/places.spans";
  private static final String NEW = "orders/renamed.spans";

  /** A test was renamed, and what it received is the tree of its old golden. */
  private void rename() {
    runAll();
    project.test(NEW, "span b\n");
  }

  @Test
  void a_new_golden_that_was_accepted_and_edited_is_not_overwritten_by_the_old_one() {
    rename();
    project.golden(NEW, "span b\n    # edited\n    ...\n");

    assertThat(project.run("prune", "--yes").out())
        .contains("deleted  " + OLD + "  (the class io.spantree.golden.cli.NoSuchTest is gone)\n");

    assertThat(project.golden(NEW)).contains("# edited");
    assertThat(project.goldenFile(OLD)).doesNotExist();
  }

  @Test
  void an_old_golden_is_kept_while_what_took_its_place_cannot_be_accepted() {
    rename();
    Project.write(project.receivedFile(NEW), "# spantree v1\nspan edited\n");

    assertThat(project.run("check").out())
        .contains("  " + OLD + "  (it has the tree of " + NEW
            + ", which was received and cannot be accepted as it is; run that test again)\n");
    project.run("prune", "--yes");

    assertThat(project.goldenFile(OLD)).exists();
    assertThat(project.goldenFile(NEW)).doesNotExist();
  }

  @Test
  void a_move_looks_again_at_what_it_would_overwrite() {
    rename();
    StaleGolden stale = StaleGoldens.of(Workspace.of(folder)).stream()
        .filter(each -> each.movedTo() != null)
        .findFirst()
        .orElseThrow();
    project.golden(NEW, "span b\n    # edited\n    ...\n");

    assertThatThrownBy(() -> Acceptance.move(stale))
        .hasMessage(OLD + " was not moved, because " + NEW
            + " has changed since; run its test again, then prune");

    assertThat(project.golden(NEW)).contains("# edited");
    assertThat(project.goldenFile(OLD)).exists();
  }

  @Test
  void of_new_goldens_with_equal_trees_the_one_of_the_same_name_is_offered() {
    runAll();
    for (String name : new String[] {"counts", "places"}) {
      String old = "acme/OldTest/" + name + ".spans";
      project.golden(old, "span c\n    # " + name + "\n    id = 7\n");
      records.compared(List.of("acme.OldTest"), name, old);
    }
    Project.write(project.goldenFile("acme/OldTest/broken.spans"), "spin c\n");
    for (String name : new String[] {"places", "sells"}) {
      project.test("acme/NewTest/" + name + ".spans", "span c\n    id = 7\n");
    }

    project.run("prune", "--yes");

    assertThat(project.golden("acme/NewTest/places.spans")).contains("# places");
    assertThat(project.golden("acme/NewTest/sells.spans")).contains("# counts");
  }

  /** The goldens that are stale for certain or likely, after a clean build that ran one test. */
  private String foundAfterCleanRunOfOneTest(String golden) throws IOException {
    Path other = folder.resolve("other");
    Project clean = new Project(other);
    Records fresh = new Records(clean);
    for (Class<?> type : List.of(Shop.class, Stock.class, Base.Inner.class, StaleTest.class)) {
      fresh.compile(type);
    }
    clean.golden(golden, "span a\n");
    fresh.compared(Shop.class, "places", CLASS + "places.spans");
    fresh.ran(Shop.class, false);
    String out = clean.run("check").out();
    assertThat(clean.run("prune", "--likely", "--yes").out()).doesNotContain("deleted");
    java.nio.file.Files.delete(clean.goldenFile(golden)); // it is there
    return out;
  }

  /** An inherited nested class. */
  static class Base {
    class Inner {
      void counts() {}
    }
  }

  @Test
  void a_path_alone_never_tells_that_a_golden_is_stale() throws IOException {
    for (String live : List.of(
        "io/spantree/golden/cli/Shop/places.spans", // a nested class, without the one around it
        "io/spantree/golden/cli/StaleTest.Heir.Inner/counts.spans", // inherited from Base
        "Checkout/flow.spans",
        "io/spantree/golden/cli/StaleTest/shared.spans")) { // of golden(Path)
      assertThat(foundAfterCleanRunOfOneTest(live)).isEqualTo("""
          1 golden of which it is not known whether they are stale:
            %s  (no run says whose it is)
          Nothing is known to be pending, stale or gone, so the exit code is 0; of the above it is not known.
          """.formatted(live));
    }
  }

  @Test
  void a_nested_class_is_known_by_the_classes_around_it() throws IOException {
    assertThat(foundAfterCleanRunOfOneTest("io/spantree/golden/cli/StaleTest.Stock/counts.spans"))
        .contains("(io.spantree.golden.cli.StaleTest$Stock has not run in full)");
  }

  @Test
  void a_golden_is_certainly_stale_once_all_tests_that_shared_it_are_gone() {
    runAll();
    records.compared(Shop.class, "counts", "orders/checkout.spans");
    records.compared(List.of("acme.GoneTest"), "orders", "orders/checkout.spans");

    assertThat(project.run("check").out()).doesNotContain("checkout");
  }

  @Test
  void an_inherited_nested_class_is_gone_with_the_class_that_inherited_it() throws IOException {
    records.compile(Base.Inner.class);
    records.compared(
        List.of("acme.HeirTest", Base.Inner.class.getName()), "counts", "orders/checkout.spans");

    assertThat(project.run("check").out())
        .contains("  orders/checkout.spans  (the class acme.HeirTest is gone)\n");
  }

  @Test
  void when_all_tests_ran_a_golden_that_none_compared_is_likely_stale() throws IOException {
    records.compile(StaleTest.class);
    project.golden("acme/OldTest/places.spans", "span d\n");
    records.ran(StaleTest.class, true);

    assertThat(project.run("check").out())
        .contains("  acme/OldTest/places.spans  (all tests ran in full and passed without it)\n");
  }

  @Test
  void after_a_clean_build_an_equal_tree_makes_a_move_likely() {
    String old = "acme/OldTest/places.spans";
    project.golden(old, "span d\n    # per order\n    id = <long>\n");
    runAll();
    String fresh = "acme/NewTest/places.spans";
    project.test(fresh, "span d\n    id = 7\n");

    assertThat(project.run("prune", "--yes").out()).doesNotContain(old);
    assertThat(project.run("prune", "--yes", "--likely").out())
        .contains("moved    " + old + "  (no run says whose it is; moved to " + fresh + ")\n");
    assertThat(project.golden(fresh)).contains("# per order");
  }

  @Test
  void of_a_golden_of_a_path_of_its_own_no_other_file_is_judged() {
    Path golden = folder.resolve("src/test/resources/shapes/checkout.spans");
    Path gone = folder.resolve("src/test/resources/shapes/gone.spans");
    Path readme = folder.resolve("docs/Example/readme.spans");
    Path copy = folder.resolve("target/test-classes/golden/acme/GoneTest/a.spans");
    for (Path file : List.of(golden, gone, readme, copy)) {
      Project.write(file, "# spantree v1\nspan a\n");
    }
    records.compared(Shop.class, "gone", gone);
    records.compared(Shop.class, "places", golden);
    runAll();

    assertThat(project.run("check").out())
        .contains("src/test/resources/shapes/gone.spans")
        .doesNotContain("checkout.spans\n", "readme", "test-classes");
    project.run("prune", "--yes", "--likely");

    assertThat(List.of(golden, readme, copy)).allMatch(java.nio.file.Files::exists);
    assertThat(gone).doesNotExist();
  }

  @Test
  void a_checkout_that_was_moved_or_is_reached_by_a_link_is_judged_as_before() throws IOException {
    Path first = folder.resolve("first");
    Project shop = new Project(first);
    Records runs = new Records(shop);
    runs.compile(Shop.class);
    runs.compile(Stock.class);
    shop.golden(CLASS + "places.spans", "span a\n");
    shop.golden(CLASS + "gone.spans", "span a\n");
    runs.compared(Shop.class, "gone", CLASS + "gone.spans");
    runs.nextRun();
    runs.compared(Shop.class, "places", CLASS + "places.spans");
    runs.ran(Shop.class, true);
    shop.golden("acme/A/a.spans", "span a\n");
    shop.test("acme/A/a.spans", "span b\n");
    shop.test("../../../integrationTest/resources/golden/acme/A/b.spans", "span c\n");
    Result before = shop.run("check");
    Path link = java.nio.file.Files.createSymbolicLink(folder.resolve("link"), first);
    assertThat(before.out()).contains("2 goldens pending", "1 golden stale for certain");

    assertThat(Project.runIn(link, "check")).isEqualTo(before);
    Path second = java.nio.file.Files.move(first, folder.resolve("second"));
    assertThat(Project.runIn(second, "check")).isEqualTo(before);
    assertThat(Project.runIn(second, "accept").code()).isZero();
    assertThat(Project.read(second.resolve("src/test/resources/golden/acme/A/a.spans")))
        .contains("span b");
  }

  @Test
  void check_is_json_for_tools() {
    runAll();

    JsonObject json = JsonObject.parse(project.run("check", "--json").out().strip());

    assertThat(json.list("stale", JsonObject.class))
        .extracting(each -> each.text("certainty"))
        .containsExactly("CERTAIN", "CERTAIN", "CERTAIN", "LIKELY", "UNKNOWN");
  }

  // names

  private static final String LIST = """
      # spantree names v1
      acme  "place order" INTERNAL
      acme  "place order" INTERNAL  coins : long
      """;

  private Path names() {
    return project.goldenFile("telemetry.names");
  }

  @Test
  void names_lists_what_the_suite_saw_and_writes_it() {
    records.saw(Shop.class, "place order", Map.of("coins", "long"));
    records.ran(Shop.class, true);

    assertThat(project.run("names")).isEqualTo(new Result(0, LIST, ""));
    assertThat(project.run("names", "--write").code()).isZero();
    assertThat(Project.read(names())).isEqualTo(LIST);
    JsonObject json = JsonObject.parse(project.run("names", "--json").out().strip());
    assertThat(json.list("modules", JsonObject.class).get(0).list("names", String.class))
        .hasSize(2);
  }

  @Test
  void a_name_that_its_class_no_longer_emits_has_vanished() throws IOException {
    records.saw(Shop.class, "place order", Map.of("coins", "long"));
    records.ran(Shop.class, true);
    project.run("names", "--write");
    records.nextRun();
    records.saw(Shop.class, "place order", Map.of());
    records.ran(Shop.class, true);

    Result result = project.run("check");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("""
        1 name of the telemetry contract vanished:
          acme  "place order" INTERNAL  coins : long
        """);
  }

  @Test
  void a_name_of_another_type_is_told_with_both() {
    Project.write(names(), LIST);
    records.saw(Shop.class, "place order", Map.of("coins", "string"));
    records.ran(Shop.class, true);

    assertThat(project.run("check").out()).contains("""
        1 name of the telemetry contract changed type:
          acme  "place order" INTERNAL  coins : long, now string
        """);
  }

  @Test
  void a_list_with_a_merge_conflict_is_an_error_and_stays_as_it_is() {
    String conflict = LIST + "<<<<<<< ours\nacme  a INTERNAL\n=======\nacme  b INTERNAL\n";
    Project.write(names(), conflict);
    records.saw(Shop.class, "place order", Map.of());
    records.ran(Shop.class, true);

    for (String[] command : new String[][] {{"check"}, {"names"}, {"names", "--write"}}) {
      assertThat(project.run(command).err())
          .isEqualTo("spantree: "
              + "…/src/test/resources/golden/telemetry.names:4: a merge conflict;"
              + " keep the lines of both sides, or delete the file and run names --write\n");
    }
    assertThat(Project.read(names())).isEqualTo(conflict);
  }

  @Test
  void after_a_partial_run_it_is_not_known_what_vanished() {
    Project.write(names(), LIST);
    records.saw(Shop.class, "place order", Map.of());
    records.ran(Shop.class, false);

    assertThat(project.run("check").out()).contains("""
        1 name of the telemetry contract not seen, but not all tests ran:
          acme  "place order" INTERNAL  coins : long
        """);
    project.run("names", "--write");
    assertThat(Project.read(names())).isEqualTo(LIST);
  }

  @Test
  void of_a_key_with_two_types_a_partial_run_that_saw_one_of_them_says_nothing_and_drops_none() {
    String both = LIST.replace("long", "long | string");
    Project.write(names(), both);
    records.saw(Shop.class, "place order", Map.of("coins", "string"));
    records.ran(Shop.class, false);

    assertThat(project.run("names").code()).isZero();
    assertThat(project.run("check").out()).contains("""
        1 name of the telemetry contract not seen, but not all tests ran:
          acme  "place order" INTERNAL  coins : long | string, seen as string
        """);
    project.run("names", "--write");
    assertThat(Project.read(names())).isEqualTo(both);
  }

  @Test
  void a_type_that_is_new_is_told_by_a_partial_run_too_and_added_to_those_that_were_there() {
    Project.write(names(), LIST);
    records.saw(Shop.class, "place order", Map.of("coins", "string"));
    records.ran(Shop.class, false);

    assertThat(project.run("check").out()).contains("coins : long, now string\n");
    project.run("names", "--write");
    assertThat(Project.read(names())).isEqualTo(LIST.replace("long", "long | string"));
  }

  @Test
  void a_class_that_ran_in_full_says_nothing_of_a_type_that_another_class_may_emit()
      throws IOException {
    records.compile(StaleTest.class);
    String both = LIST.replace("long", "long | string");
    Project.write(names(), both);
    records.saw(Shop.class, "place order", Map.of("coins", "string"));
    records.ran(Shop.class, true);

    assertThat(project.run("check").out()).contains("coins : long | string, seen as string\n");
    project.run("names", "--write");
    assertThat(Project.read(names())).isEqualTo(both);
  }

  @Test
  void after_a_whole_run_a_type_that_is_gone_has_changed() throws IOException {
    records.compile(StaleTest.class);
    Project.write(names(), LIST.replace("long", "long | string"));
    records.saw(StaleTest.class, "place order", Map.of("coins", "string"));
    records.ran(StaleTest.class, true);

    assertThat(project.run("check").out()).contains("coins : long | string, now string\n");
    project.run("names", "--write");
    assertThat(Project.read(names())).isEqualTo(LIST.replace("long", "string"));
  }

  static class Contract {
    @Test
    void checks() {}
  }

  /** Has inherited tests alone. */
  static class HeirTests extends Contract {}

  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @Test
  @interface Fast {}

  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @Fast
  @interface Faster {}

  /** Has tests by an annotation of the project's own alone. */
  static class FastTests {
    @Faster
    void checks() {}
  }

  static class ShopTests {
    @Test
    void places() {}
  }

  @Test
  void a_class_with_inherited_or_meta_annotated_tests_that_did_not_run_may_emit_a_name_still()
      throws IOException {
    for (Class<?> notRun : List.of(HeirTests.class, FastTests.class)) {
      Project shop = new Project(folder.resolve(notRun.getSimpleName()));
      Records runs = new Records(shop);
      for (Class<?> type : List.of(ShopTests.class, Fast.class, Faster.class, notRun)) {
        runs.compile(type);
      }
      runs.compile(notRun == HeirTests.class ? Contract.class : Fast.class);
      Project.write(shop.goldenFile("telemetry.names"), LIST);
      runs.saw(ShopTests.class, "place order", Map.of());
      for (Class<?> type : List.of(ShopTests.class, Contract.class)) {
        runs.ran(type, true);
      }

      assertThat(shop.run("check")).isEqualTo(new Result(0, """
          1 name of the telemetry contract not seen, but not all tests ran:
            acme  "place order" INTERNAL  coins : long
          Nothing is known to be pending, stale or gone, so the exit code is 0; of the above it is not known.
          """, ""));
      shop.run("names", "--write");
      assertThat(Project.read(shop.goldenFile("telemetry.names"))).isEqualTo(LIST);
    }
  }

  @Test
  void a_name_that_vanished_decides_the_exit_code_of_check() throws IOException {
    Project shop = new Project(folder.resolve("shop"));
    Records runs = new Records(shop);
    runs.compile(ShopTests.class);
    Project.write(shop.goldenFile("telemetry.names"), LIST);
    runs.saw(ShopTests.class, "place order", Map.of());
    runs.ran(ShopTests.class, true);

    assertThat(shop.run("check")).isEqualTo(new Result(1, """
        1 name of the telemetry contract vanished:
          acme  "place order" INTERNAL  coins : long
        """, ""));
  }

  @Test
  void names_are_not_written_on_a_build_server() {
    records.saw(Shop.class, "place order", Map.of("coins", "long"));
    records.ran(Shop.class, true);

    Result result = project.run(Map.of("CI", "true"), "", "names", "--write");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("CI is set");
    assertThat(names()).doesNotExist();
  }

  @Test
  void a_class_that_ran_in_full_once_and_then_in_part_has_not_run_in_full() throws IOException {
    runAll();
    records.nextRun();
    records.ran(Shop.class, false);

    assertThat(project.run("check").out())
        .doesNotContain("likely stale")
        .contains(
            "places.large.spans  (io.spantree.golden.cli.StaleTest$Shop has not run in full)");
  }

  @Test
  void after_a_whole_run_a_name_that_nobody_is_known_to_have_emitted_has_vanished()
      throws IOException {
    records.compile(StaleTest.class);
    Project.write(names(), LIST);
    records.saw(StaleTest.class, "place order", Map.of());
    records.ran(StaleTest.class, true);

    assertThat(project.run("check").out()).contains("1 name of the telemetry contract vanished");
  }
}
