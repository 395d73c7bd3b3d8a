package io.spantree.samples.walk;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.opentelemetry.context.Context;
import io.spantree.capture.SpanCapture;
import io.spantree.samples.demo.RewardsFixture;
import io.spantree.samples.demo.Wirings;
import io.spantree.samples.rewards.EmbeddedBackend;
import io.spantree.samples.rewards.FraudReview;
import io.spantree.samples.rewards.RedemptionService;
import io.spantree.samples.twins.IdempotencyLookup;
import io.spantree.samples.walk.Shell.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A refactoring renames a span and forgets an attribute, in 37 tests; the rename is meant, the
 * attribute is not.
 */
public final class PullRequestWalk {
  static final int TESTS = 37;
  private static final List<String> PARTNERS = List.of("myntra", "flipkart", "bookmyshow");
  private static final String GOLDENS = "src/test/resources/golden/";

  private final Path repository;
  private final Shell shell;
  private final Map<String, String> shown = new TreeMap<>();
  private final Map<String, Integer> failed = new TreeMap<>();

  private PullRequestWalk(Path repository) {
    this.repository = repository;
    this.shell = new Shell(repository);
  }

  /** Walked once, and then remembered: the page and the test look at the same walk. */
  private static final class Once {
    static final PullRequestWalk WALK = walkInFolderOfItsOwn();
  }

  static PullRequestWalk walked() {
    return Once.WALK;
  }

  /** The texts that the page shows, by their names. */
  public static Map<String, String> outputs() {
    Map<String, String> outputs = new TreeMap<>(walked().shown);
    outputs.keySet().removeIf(name -> !name.startsWith("walk-"));
    return outputs;
  }

  private static PullRequestWalk walkInFolderOfItsOwn() {
    try {
      Path folder = Files.createTempDirectory("walk");
      try {
        PullRequestWalk walk = new PullRequestWalk(folder);
        walk.walk();
        return walk;
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void walk() {
    commitGoldens();
    runTests("before", Wirings::shipped);
    runTests("refactored", PullRequestWalk::refactored);
    shown.put("status-after-red", shell.git("status", "--short").output());
    shown.put("walk-list", firstAndLast(shell.spantree("", "list")));
    shown.put("walk-refused", firstAndLast(shell.spantree("", "accept")));
    shown.put("status-after-refusal", shell.git("status", "--short").output());
    shown.put("walk-review", shell.spantree("A\nA\nR\n", "review").output().strip());
    shown.put("numstat", shell.git("diff", "--numstat").output());
    shown.put("walk-stat", last(shell.git("diff", "--stat")));
    shown.put("walk-diff", shell.git("diff", GOLDENS + name(1)).output().strip());
    check(shell.git("commit", "-qam", "Rename the idempotency span"));
    runTests("reviewed", PullRequestWalk::refactored);
    shown.put("walk-still-red", firstAndLast(shell.spantree("", "list")));
    runTests("mended", Wirings::renamedSpan);
    shown.put("walk-green", shell.spantree("", "check").output().strip());
    shown.put("status-at-the-end", shell.git("status", "--short").output());
  }

  /** What a step printed. */
  String shown(String step) {
    return Objects.requireNonNull(shown.get(step), step);
  }

  /** How many of the tests fail, by the state of the code. */
  Map<String, Integer> failed() {
    return failed;
  }

  private static String name(int test) {
    return String.format("io/acme/RedemptionTest/redeems.row_%02d.spans", test);
  }

  /** The state before the refactoring: all goldens accepted and committed. */
  private void commitGoldens() {
    try {
      Files.writeString(repository.resolve("pom.xml"), "<project/>\n");
      Files.writeString(repository.resolve(".gitignore"), "target/\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runTests("without goldens", Wirings::shipped);
    check(shell.spantree("", "accept"));
    check(shell.git("init", "-q"));
    check(shell.git("add", "."));
    check(shell.git("commit", "-qm", "Add the goldens"));
  }

  private static void check(Result result) {
    if (result.code() != 0) {
      throw new IllegalStateException(result.output());
    }
  }

  private void runTests(String state, Function<EmbeddedBackend, RedemptionService> wiring) {
    int red = 0;
    for (int test = 1; test <= TESTS; test++) {
      try (SpanCapture capture = SpanCapture.start();
          EmbeddedBackend backend = RewardsFixture.open(capture.openTelemetry())) {
        String partner = PARTNERS.get(test % PARTNERS.size());
        wiring.apply(backend).redeem("c-" + test, 100L * test, partner);
        Path file = repository.resolve(GOLDENS).resolve(name(test));
        assertTrace(capture.recording()).matches(golden(file));
      } catch (AssertionError e) {
        red++;
      }
    }
    failed.put(state, red);
  }

  private static RedemptionService refactored(EmbeddedBackend backend) {
    return new RedemptionService(
        backend.openTelemetry(),
        backend.clock(),
        new IdempotencyLookup(backend.openTelemetry(), backend.lookup()),
        new FraudReview(backend.openTelemetry(), backend.manualReviews()),
        Context.taskWrapping(backend.fraudPool()),
        backend.store(),
        new ForgottenPartner());
  }

  private static String last(Result result) {
    List<String> lines = result.output().lines().toList();
    return lines.get(lines.size() - 1).strip();
  }

  /** Of a list of many the first two and what follows the last. */
  private static String firstAndLast(Result result) {
    List<String> lines = result.output().strip().lines().toList();
    long goldens = lines.stream().filter(line -> line.contains(".spans")).count();
    StringBuilder shown = new StringBuilder();
    int seen = 0;
    for (String line : lines) {
      seen += line.contains(".spans") ? 1 : 0;
      if (!line.contains(".spans") || seen <= 2) {
        shown.append(line).append('\n');
      } else if (seen == 3) {
        shown.append("  [and ").append(goldens - 2).append(" like these]\n");
        seen++;
      }
    }
    return shown.toString().strip();
  }
}
