package io.spantree.golden;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.spantree.golden.run.RunLine;
import io.spantree.golden.run.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A module of its own, in which test classes are run as a build would run them. */
final class Suite {
  private final Path module;
  final Path goldens;
  final Path received;
  boolean parallel;

  Suite(Path module) {
    this.module = module;
    this.goldens = module.resolve("src/test/resources/golden");
    this.received = module.resolve("target/spantree/received");
    try {
      Files.writeString(module.resolve("pom.xml"), "<project/>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The failures by display name, in any order; a test that passed is mapped to "". */
  Map<String, String> run(Class<?>... classes) {
    return run(
        Stream.of(classes).map(type -> (DiscoverySelector) selectClass(type)).toList());
  }

  Map<String, String> runMethod(Class<?> type, String method, Class<?>... parameters) {
    return run(List.of(selectMethod(type, method, parameters)));
  }

  private Map<String, String> run(List<DiscoverySelector> selectors) {
    Map<String, String> outcomes = Collections.synchronizedMap(new LinkedHashMap<>());
    System.setProperty(GoldenFolder.PROPERTY, goldens.toString());
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectors)
                  .configurationParameter(
                      "junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
                  .configurationParameter(
                      "junit.jupiter.execution.parallel.mode.default", "concurrent")
                  .build(),
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                  String message =
                      result.getThrowable().map(Throwable::getMessage).orElse("");
                  if (test.isTest() || result.getThrowable().isPresent()) {
                    outcomes.put(test.getDisplayName(), message);
                  }
                }
              });
    } finally {
      System.clearProperty(GoldenFolder.PROPERTY);
    }
    return new TreeMap<>(outcomes);
  }

  /** Makes every received file the golden. */
  void accept() {
    for (String name : list(received)) {
      Path golden = goldens.resolve(name);
      try {
        Files.createDirectories(golden.getParent());
        Files.copy(received.resolve(name), golden, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The paths of all files below, sorted; none where there is no folder. */
  static List<String> list(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All lines of all run records, in the order of their writing. */
  <T extends RunLine> List<T> lines(Class<T> type) {
    List<T> lines = new ArrayList<>();
    for (RunRecord record : RunRecord.readAll(module.resolve("target/spantree/runs"))) {
      record.lines().stream().filter(type::isInstance).map(type::cast).forEach(lines::add);
    }
    return lines;
  }
}
