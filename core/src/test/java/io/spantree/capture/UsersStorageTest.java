package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Ancestry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a JVM of its own, because the storage is chosen once for each. */
class UsersStorageTest {

  @ParameterizedTest
  @ValueSource(strings = {"default", "io.acme.OwnStorageProvider"})
  void leaves_alone_the_storage_that_the_user_chose(String choice) throws Exception {
    assertThat(ancestryWith("-D" + TrackingContextStorage.USERS_CHOICE + "=" + choice))
        .isEqualTo(Ancestry.NOT_CHECKED.name());
  }

  @Test
  void works_below_the_strict_storage_of_opentelemetry() throws Exception {
    assertThat(ancestryWith("-Dio.opentelemetry.context.enableStrictContext=true"))
        .isEqualTo(Ancestry.LOST_CONTEXT.name());
  }

  private static String ancestryWith(String option) throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
  }

  static final class Program {
    public static void main(String[] args) throws Exception {
      try (SpanCapture capture = SpanCapture.start()) {
        Spans.onNewThread(() -> Spans.record(capture, "review"));
        System.out.println(Spans.ancestry(capture, "review"));
      }
    }
  }
}
