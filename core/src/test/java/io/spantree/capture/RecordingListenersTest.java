package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Recording;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who hear of recordings fail no test, and keep it from nobody else. */
class RecordingListenersTest {
  private static final Recording EMPTY = new Recording(List.of(), null);

  /** Found by the loader below. */
  public static final class Good implements RecordingListener {
    @Override
    public void recorded(Recording recording) {}
  }

  /** Cannot be made. */
  public static final class Unmade implements RecordingListener {
    public Unmade() {
      throw new IllegalStateException("not made");
    }

    @Override
    public void recorded(Recording recording) {}
  }

  @Test
  void hear_of_it_whatever_the_one_before_them_throws() {
    List<String> heard = new ArrayList<>();
    RecordingListeners.tell(
        List.of(
            recording -> {
              throw new AssertionError("wrong");
            },
            recording -> {
              throw new NoClassDefFoundError("gone");
            },
            recording -> heard.add("third")),
        EMPTY);

    assertThat(heard).containsExactly("third");
  }

  @Test
  void are_found_beside_those_that_are_missing_or_cannot_be_made(@TempDir Path folder)
      throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(RecordingListener.class.getName()),
        "io.acme.Missing\n" + Unmade.class.getName() + "\n" + Good.class.getName() + "\n");

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(RecordingListeners.load(loader)).hasAtLeastOneElementOfType(Good.class);
    }
  }
}
