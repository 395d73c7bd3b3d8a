package io.spantree.samples.builds;

import io.spantree.assertions.TraceAssertions;
import io.spantree.capture.SpanCapture;
import io.spantree.golden.GoldenTrace;
import io.spantree.junit.TraceTest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A copy of a user's project, built by a Maven of its own with the Spantree of this build. */
record UserBuild(Path folder) {
  private static final Map<String, Class<?>> MODULES = Map.of(
      "core", SpanCapture.class,
      "assertions", TraceAssertions.class,
      "golden", GoldenTrace.class,
      "junit", TraceTest.class);

  static UserBuild copy(Path project, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      for (Path from : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(project.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    }
    return new UserBuild(folder);
  }

  /** What the build depends on beside Spantree; the rest is the newest. */
  static Map<String, String> versions(String junit, String openTelemetry) {
    return Map.of(
        "junit.version",
        junit,
        "opentelemetry.version",
        openTelemetry,
        "assertj.version",
        "3.27.7",
        "surefire.version",
        "3.6.1");
  }

  /** Runs the tests; returns what Maven printed once it says that the build is a success. */
  String test(Map<String, String> properties) throws Exception {
    return run("test", properties);
  }

  /** The same up to another phase. */
  String run(String phase, Map<String, String> properties) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", phase));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    String repository =
        System.getProperty("localRepository", ""); // surefire says which one it uses
    if (!repository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    for (Map.Entry<String, Class<?>> module : MODULES.entrySet()) {
      command.add("-Djar." + module.getKey() + "=" + jar(module.getKey(), module.getValue()));
    }
    Path log = folder.resolve("maven.log");
    ProcessBuilder maven = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().remove("MAVEN_OPTS"); // of the build around, and perhaps an agent
    Process process = maven.start();
    try {
      boolean ended = process.waitFor(15, TimeUnit.MINUTES);
      String printed = Files.readString(log);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError("mvn did not build " + folder + ":\n" + printed);
      }
      return printed;
    } finally {
      process.destroyForcibly();
    }
  }

  Reports reports(String execution) {
    return Reports.in(folder.resolve("target").resolve(execution));
  }

  List<String> classOrder(String execution) throws IOException {
    return Files.readAllLines(folder.resolve("target").resolve(execution + "-notes/order"));
  }

  /** The module's jar, or one made of its classes where nothing has been packaged. */
  private Path jar(String name, Class<?> type) throws IOException, URISyntaxException {
    Path place =
        Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (!Files.isDirectory(place)) {
      return place;
    }
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> classes = Files.walk(place)) {
      classes.filter(Files::isRegularFile).forEach(each -> add(out, place, each));
    }
    return jar;
  }

  private static void add(JarOutputStream jar, Path folder, Path file) {
    try {
      jar.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, jar);
      jar.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
