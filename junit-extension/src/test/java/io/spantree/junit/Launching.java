package io.spantree.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Opens the sessions that build tools open around all tests. */
final class Launching {
  private Launching() {}

  static void inSession(Runnable work) {
    try (LauncherSession session = LauncherFactory.openSession()) {
      work.run();
    }
  }

  /** The files that the tests of a class publish, by the test's display name and their own name. */
  static Map<String, String> files(Class<?> fixture, Path folder) {
    Map<String, String> files = new TreeMap<>();
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(fixture))
        .configurationParameter("junit.platform.reporting.output.dir", folder.toString())
        .build();
    try (LauncherSession session = LauncherFactory.openSession()) {
      session.getLauncher().execute(request, new TestExecutionListener() {
        @Override
        public void fileEntryPublished(TestIdentifier test, FileEntry file) {
          files.put(test.getDisplayName() + "/" + file.getPath().getFileName(), read(file));
        }
      });
    }
    return files;
  }

  private static String read(FileEntry file) {
    try {
      return Files.readString(file.getPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
