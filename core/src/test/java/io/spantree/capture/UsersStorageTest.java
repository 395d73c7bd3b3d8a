package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.context.SettableContextStorageProvider;
import io.spantree.model.Ancestry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a JVM of its own, because the storage is chosen once for each. */
class UsersStorageTest {

  @ParameterizedTest
  @ValueSource(strings = {"default", "io.acme.OwnStorageProvider"})
  void leaves_alone_the_storage_that_the_user_chose(String choice) throws Exception {
    assertThat(
            printedBy(Ancestries.class, "-D" + TrackingContextStorage.USERS_CHOICE + "=" + choice))
        .isEqualTo(Ancestry.NOT_CHECKED.name());
  }

  @Test
  void works_below_the_strict_storage_of_opentelemetry() throws Exception {
    assertThat(printedBy(Ancestries.class, "-Dio.opentelemetry.context.enableStrictContext=true"))
        .isEqualTo(Ancestry.LOST_CONTEXT.name());
  }

  static final class Ancestries {
    public static void main(String[] args) throws Exception {
      System.out.println(ancestryOfBareThread());
    }
  }

  private static Ancestry ancestryOfBareThread() throws Exception {
    try (SpanCapture capture = SpanCapture.start()) {
      Spans.onNewThread(() -> Spans.record(capture, "review"));
      return Spans.ancestry(capture, "review");
    }
  }

  @Test
  void hands_on_to_one_that_was_set_before_and_leaves_in_place_one_that_is_set_later()
      throws Exception {
    assertThat(printedBy(Settable.class).lines())
        .containsExactly(
            "set before: LOST_CONTEXT, attached: true, nothing left: true",
            "set later: NOT_CHECKED, in place: true");
  }

  static final class Settable {
    public static void main(String[] args) throws Exception {
      Users before = new Users();
      SettableContextStorageProvider.setContextStorage(before);
      System.out.print("set before: " + ancestryOfBareThread());
      Context context = Context.root().with(Span.getInvalid());
      try (SpanCapture capture = SpanCapture.start();
          Scope scope = context.makeCurrent()) {
        System.out.print(", attached: " + before.attached.contains(context));
      }
      System.out.println(", nothing left: " + (Context.current() == Context.root()));

      Users later = new Users();
      SettableContextStorageProvider.setContextStorage(later);
      System.out.println("set later: " + ancestryOfBareThread() + ", in place: "
          + (SettableContextStorageProvider.getContextStorage() == later));
    }
  }

  private static final class Users implements ContextStorage {
    private final Set<Context> attached = ConcurrentHashMap.newKeySet();

    @Override
    public Scope attach(Context context) {
      attached.add(context);
      return ContextStorage.defaultStorage().attach(context);
    }

    @Override
    public @Nullable Context current() {
      return ContextStorage.defaultStorage().current();
    }
  }

  private static String printedBy(Class<?> program, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    Process process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
  }
}
