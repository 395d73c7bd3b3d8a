package io.spantree.golden;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.golden.FaultyFileSystem.Operation;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.Outcome;
import io.spantree.golden.run.RunRecord;
import io.spantree.junit.TraceTest;
import io.spantree.model.Recording;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class StoreFaultsTest {
  private static final String ORDER = "# spantree v1\nspan order\n    coins = 4200\n";

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

  private static Recording order(long coins) {
    TestSpan order = new TestSpan("order");
    order.attributes.put("coins", coins);
    return TestSpan.record(List.of(List.of(order)));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static AssertionError failure(Path file, Recording recording) {
    return catchThrowableOfType(
        AssertionError.class, () -> assertTrace(recording).matches(golden(file)));
  }

  private Path faulty(FaultyFileSystem.Fault fault) {
    return FaultyFileSystem.with(fault, file);
  }

  @Test
  void a_source_tree_that_cannot_be_written_is_all_that_a_run_needs() throws IOException {
    write(file, ORDER);
    Path readOnly = faulty((operation, path) -> {
      if (operation != Operation.READ && path.startsWith(module.resolve("src"))) {
        throw new FileSystemException(path.toString(), null, "Read-only file system");
      }
    });

    assertTrace(order(4200)).matches(golden(readOnly));
    assertThat(failure(readOnly, order(5))).hasMessageContaining("accept: cp ");
    assertThat(failure(readOnly.resolveSibling("new.spans"), order(5)))
        .hasMessageContaining("accept: cp ");
    assertThat(received).content().contains("coins = 5");
  }

  @Test
  void a_write_that_fails_midway_leaves_the_old_file_whole_and_nothing_beside_it()
      throws IOException {
    write(file, ORDER);
    failure(file, order(5));
    Path full = faulty((operation, path) -> {
      if (operation == Operation.WRITE && path.toString().endsWith(".tmp")) {
        throw new IOException("No space left on device");
      }
    });

    AssertionError failure = failure(full, order(6));

    assertThat(failure)
        .hasMessageContaining("coins: expected 4200 (long), was 6 (long)")
        .hasMessageContaining("cannot write " + received)
        .hasMessageContaining("No space left on device");
    assertThat(received).content().contains("coins = 5");
    assertThat(Suite.list(module.resolve("target/spantree/received")))
        .containsExactly("shop/places.spans");
  }

  @Test
  void a_received_file_that_is_a_link_to_the_golden_is_replaced() throws IOException {
    write(file, ORDER);
    Path recorded = module.resolve("target/spantree/recorded/shop/places.spans");
    for (Path link : List.of(received, recorded)) {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, file);
    }

    failure(file, order(5));

    assertThat(file).hasContent(ORDER);
    assertThat(received).isRegularFile().content().contains("coins = 5");
    assertThat(List.of(received, recorded)).noneMatch(Files::isSymbolicLink);
  }

  @Test
  void a_record_goes_on_below_a_line_that_a_full_disk_has_cut() throws IOException {
    write(file, ORDER);
    boolean[] full = {false};
    Path disk = faulty((operation, path) -> {
      if (full[0] && operation == Operation.WRITE && path.toString().endsWith(".jsonl")) {
        Files.writeString(path, "{\"type\":\"comp", java.nio.file.StandardOpenOption.APPEND);
        throw new IOException("No space left on device");
      }
    });

    failure(disk, order(5));
    full[0] = true;
    failure(disk, order(6));
    full[0] = false;
    failure(disk, order(7));

    RunRecord record = RunRecord.readAll(module.resolve("target/spantree/runs")).get(0);
    assertThat(record.comparisons()).hasSize(2);
    assertThat(record.unreadable()).hasSize(1);
  }

  @Test
  void a_golden_is_made_in_the_build_folder_unless_that_is_on_another_disk() throws IOException {
    Path target = Files.createDirectories(module.resolve("target"));
    List<Path> made = new ArrayList<>();
    Path twoDisks = faulty((operation, path) -> {
      if (operation == Operation.WRITE) {
        made.add(path.getParent());
      } else if (operation == Operation.CHANGE && path.equals(file) && made.size() == 1) {
        throw new AtomicMoveNotSupportedException("a", "b", "Invalid cross-device link");
      }
    });

    TextFile.write(twoDisks, ORDER, twoDisks.getFileSystem().getPath(target.toString()));

    assertThat(made).containsExactly(target, file.getParent());
    assertThat(file).content().isEqualTo(ORDER);
    assertThat(Suite.list(module))
        .containsExactlyInAnyOrder("pom.xml", "src/test/resources/golden/shop/places.spans");
  }

  @Test
  void a_disk_without_room_for_the_record_fails_no_test() throws IOException {
    write(file, ORDER);
    Path full = faulty((operation, path) -> {
      if (operation == Operation.WRITE) {
        throw new IOException("No space left on device");
      }
    });

    assertTrace(order(4200)).matches(golden(full));
    assertThat(failure(full, order(6))).hasMessageContaining("was 6 (long)");
  }

  @Test
  void a_received_file_that_cannot_be_deleted_fails_no_test() throws IOException {
    write(file, ORDER);
    failure(file, order(6));
    Path locked = faulty((operation, path) -> {
      if (operation == Operation.CHANGE && path.equals(received)) {
        throw new FileSystemException(path.toString(), null, "used by another process");
      }
    });

    assertTrace(order(4200)).matches(golden(locked));

    assertThat(RunRecord.readAll(module.resolve("target/spantree/runs")).stream()
            .flatMap(record -> record.comparisons().stream())
            .map(Compared::outcome))
        .containsExactly(Outcome.DIFFERS, Outcome.PASSED);
  }

  @Test
  void what_is_written_has_the_permissions_of_the_file_it_replaces_or_of_any_new_file()
      throws IOException {
    write(file, ORDER);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
    Path plain = Files.writeString(module.resolve("plain"), "");
    Path fresh = file.resolveSibling("fresh.spans");
    Path workshop = module.resolve("target");

    TextFile.write(file, ORDER, workshop);
    TextFile.write(fresh, ORDER, workshop);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r-x");
    assertThat(Files.getPosixFilePermissions(fresh))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void a_golden_that_may_not_be_read_is_an_error_and_no_missing_golden() throws IOException {
    write(file, ORDER);
    Path locked = faulty((operation, path) -> {
      if (operation == Operation.READ && path.endsWith("places.spans")) {
        throw new AccessDeniedException(path.toString());
      }
    });

    assertThatThrownBy(() -> assertTrace(order(4200)).matches(golden(locked)))
        .hasMessage("the golden " + file + " may not be read; allow it");
    assertThat(received).doesNotExist();
    assertThat(RunRecord.readAll(module.resolve("target/spantree/runs")).get(0).comparisons())
        .extracting(Compared::outcome)
        .containsExactly(Outcome.ERROR);
  }

  @Test
  void a_link_that_leads_out_of_the_folder_of_goldens_is_refused() throws IOException {
    Path outside = module.resolve("elsewhere");
    write(outside.resolve("places.spans"), ORDER);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, outside.resolve("places.spans"));
    Path root = module.resolve("src/test/resources/golden");
    String message = "the golden %s is reached by %s, a symbolic link that leads out of " + root
        + "; replace the link by a file";

    assertThatThrownBy(() -> assertTrace(order(4200)).matches(golden(file)))
        .hasMessage(message, file, file);
    assertThat(received).doesNotExist();

    Path folder = root.resolve("linked");
    Files.createSymbolicLink(folder, outside);
    Path below = folder.resolve("places.spans");
    assertThatThrownBy(() -> assertTrace(order(4200)).matches(golden(below)))
        .hasMessage(message, below, folder);
    assertThatThrownBy(() -> assertTrace(order(4200)).matches(golden(folder.resolve("new.spans"))))
        .hasMessageContaining("leads out of");
    assertThat(outside.resolve("places.spans")).hasContent(ORDER);
  }

  @Test
  void a_link_within_the_folder_is_followed() throws IOException {
    write(file, ORDER);
    Path link = file.resolveSibling("link.spans");
    Files.createSymbolicLink(link, file);

    assertTrace(order(4200)).matches(golden(link));
  }

  @Test
  void a_link_that_leads_nowhere_is_refused() throws IOException {
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, module.resolve("nowhere"));

    assertThatThrownBy(() -> assertTrace(order(4200)).matches(golden(file)))
        .hasMessageContaining("leads out of");
  }

  @TraceTest
  public static class Moved {
    @Test
    void places(Tracer tracer) {
      tracer.spanBuilder("order").setAttribute("coins", 4200).startSpan().end();
      assertTrace().matches(golden());
    }
  }

  private static void compileMoved(Path classes) throws IOException {
    String path = Moved.class.getName().replace('.', '/') + ".class";
    Files.createDirectories(classes.resolve(path).getParent());
    try (var own = Moved.class.getClassLoader().getResourceAsStream(path)) {
      Files.copy(own, classes.resolve(path));
    }
  }

  @Test
  void a_golden_on_the_class_path_is_compared_where_the_sources_are_not() throws Exception {
    Path classes = module.resolve("app");
    compileMoved(classes);
    write(classes.resolve("golden/io/spantree/golden/Moved/places.spans"), ORDER);
    write(classes.resolve("golden/golden.properties"), "leave-out = host.*\n");
    write(classes.resolve("golden/io/spantree/golden.properties"), "keep = host.name\n");
    write(classes.resolve("golden.properties"), "nonsense = 1\n");

    try (URLClassLoader loader = new Shadowing(classes.toUri().toURL())) {
      Class<?> moved = loader.loadClass(Moved.class.getName());
      GoldenFiles found = GoldenFolder.files(moved, "io/spantree/golden/Moved/places.spans");

      assertThat(found.resource()).isNotNull();
      assertThat(TextFile.readGolden(found)).contains(ORDER);
      assertThat(GoldenRules.of(found, NoiseRules.none()).texts())
          .containsExactly("leave-out\thost.*", "keep\thost.name");
      assertThat(AcceptCommand.lines(found, module, java.util.Map.of()).get(0))
          .isEqualTo("accept: not possible here: the golden was found on the class path only,");
      assertThatThrownBy(() -> GoldenFolder.files(moved, "none.spans"))
          .hasMessageContaining("Name it with -Dspantree.golden.dir=");
    }
  }

  @Test
  void where_the_sources_are_a_golden_on_the_class_path_is_none() throws Exception {
    Path classes = module.resolve("app/target/test-classes");
    compileMoved(classes);
    write(classes.resolve("golden/places.spans"), ORDER);

    try (URLClassLoader loader = new Shadowing(classes.toUri().toURL())) {
      Class<?> moved = loader.loadClass(Moved.class.getName());
      assertThat(GoldenFolder.files(moved, "places.spans").resource()).isNotNull();

      Files.createDirectories(module.resolve("app/src"));
      GoldenFiles found = GoldenFolder.files(moved, "places.spans");
      assertThat(found.resource()).isNull();
      assertThat(TextFile.readGolden(found)).isEmpty();
    }
  }

  /** Loads a class from its own place although its parent has it too. */
  private static final class Shadowing extends URLClassLoader {
    Shadowing(URL place) {
      super(new URL[] {place}, StoreFaultsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return name.equals(Moved.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
    }
  }
}
