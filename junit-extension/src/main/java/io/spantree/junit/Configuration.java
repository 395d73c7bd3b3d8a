package io.spantree.junit;

import io.spantree.capture.Settings;
import io.spantree.capture.SpanCapture;
import io.spantree.capture.SpanCaptureBuilder;
import io.spantree.model.FindingKind;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * How one test is recorded, as the annotations and builders around it say, from the outermost class
 * to the method: the nearer counts, and what can be several adds up.
 */
final class Configuration {
  private static final Namespace NAMESPACE = Namespace.create(Configuration.class);

  final Set<FindingKind> required = EnumSet.noneOf(FindingKind.class);
  final SpanCaptureBuilder capture = SpanCapture.builder();
  boolean print;

  private Configuration() {}

  /** What the builder of one extension sets. */
  record Part(List<Consumer<Configuration>> settings) {
    static final Part NOTHING = new Part(List.of());

    Part {
      settings = List.copyOf(settings);
    }
  }

  /** The parts of the builders that stand at one level, in the order of their registration. */
  private static final class Level {
    private final Set<Part> parts = new LinkedHashSet<>();
  }

  /**
   * Notes a part where it is registered; extensions are handed on to the levels below.
   *
   * @return whether it was news
   */
  static boolean contribute(ExtensionContext context, Part part) {
    boolean known = part.settings().isEmpty()
        || levels(context).stream()
            .map(Configuration::level)
            .anyMatch(level -> level != null && level.parts.contains(part));
    if (!known) {
      context
          .getStore(NAMESPACE)
          .getOrComputeIfAbsent(context.getUniqueId(), id -> new Level(), Level.class)
          .parts
          .add(part);
    }
    return !known;
  }

  static Configuration of(ExtensionContext test) {
    try {
      return read(test);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Configuration read(ExtensionContext test) {
    UnclaimedReport
        .fails(); // a misspelt demand is to be told before there is something to fail for
    LateReport.fails();
    Configuration configuration = new Configuration();
    Set<AnnotatedElement> seen = new LinkedHashSet<>();
    List<AnnotatedElement> methods = new ArrayList<>();
    for (ExtensionContext at : levels(test)) {
      AnnotatedElement element = at.getElement().orElse(null);
      if (element instanceof Method) {
        methods.add(element);
      } else if (element != null && seen.add(element)) {
        configuration.apply(element);
      }
      Level level = level(at);
      if (level != null) {
        level.parts.forEach(part -> part.settings().forEach(each -> each.accept(configuration)));
      }
    }
    methods.stream().filter(seen::add).forEach(configuration::apply);
    return configuration;
  }

  private void apply(AnnotatedElement element) {
    AnnotationSupport.findAnnotation(element, TraceTest.class).ifPresent(this::apply);
  }

  private void apply(TraceTest annotation) {
    if (!annotation.await().isEmpty()) {
      capture.await(Settings.duration("await", annotation.await()));
    }
    if (!annotation.settle().isEmpty()) {
      capture.settle(Settings.duration("settle", annotation.settle()));
    }
    if (annotation.fixtures()) {
      capture.fixtures(true);
    }
    capture.ignore(annotation.ignore());
    print |= annotation.print();
    required.addAll(Arrays.asList(annotation.require()));
  }

  /** From the outermost to the innermost. */
  private static List<ExtensionContext> levels(ExtensionContext innermost) {
    Deque<ExtensionContext> levels = new ArrayDeque<>();
    for (ExtensionContext at = innermost; at != null; at = at.getParent().orElse(null)) {
      levels.addFirst(at);
    }
    return List.copyOf(levels);
  }

  private static @Nullable Level level(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(context.getUniqueId(), Level.class);
  }
}
