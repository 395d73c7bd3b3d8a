package io.spantree.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A program runs although a class is missing that only a signature names: so it does in a test. */
class OpeningFrameTest {
  private final List<String> openers = new ArrayList<>();

  /** Of an optional dependency that is not there. */
  static final class Absent {}

  /** Where a scope is asked for. */
  @FunctionalInterface
  public interface Asking {
    Scope ask();
  }

  /** Takes what is missing. */
  public static final class Takes implements UnaryOperator<Asking> {
    @Override
    public Asking apply(Asking asking) {
      open(asking, null);
      return asking;
    }

    private static void open(Asking asking, @Nullable Absent absent) {
      asking.ask();
    }
  }

  /** Returns what is missing. */
  public static final class Returns implements UnaryOperator<Asking> {
    @Override
    public Asking apply(Asking asking) {
      open(asking);
      return asking;
    }

    private static @Nullable Absent open(Asking asking) {
      asking.ask();
      return null;
    }
  }

  private Scope ask() {
    OpeningFrame found = OpeningFrame.find();
    openers.add(found == null ? "none" : found.frame().getMethodName());
    return Scope.noop();
  }

  @Test
  void a_method_that_returns_what_is_missing_is_found() throws Exception {
    assertThat(withoutAbsent(Returns.class).apply(this::ask)).isNotNull();

    assertThat(openers).containsExactly("open");
  }

  @Test
  void a_method_that_takes_what_is_missing_is_found() throws Exception {
    assertThat(withoutAbsent(Takes.class).apply(this::ask)).isNotNull();

    assertThat(openers).containsExactly("open");
  }

  @SuppressWarnings("unchecked")
  private static UnaryOperator<Asking> withoutAbsent(Class<?> type) throws Exception {
    return (UnaryOperator<Asking>) new Hiding(type.getName())
        .loadClass(type.getName())
        .getDeclaredConstructor()
        .newInstance();
  }

  /** Loads one class itself, for which the other is not there. */
  private static final class Hiding extends ClassLoader {
    private final String own;

    Hiding(String own) {
      super(OpeningFrameTest.class.getClassLoader());
      this.own = own;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(Absent.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      Class<?> loaded = name.equals(own) ? findLoadedClass(name) : super.loadClass(name, resolve);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
