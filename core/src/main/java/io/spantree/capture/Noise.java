package io.spantree.capture;

import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.spantree.model.Glob;
import io.spantree.model.SpanNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans that a test does not want to see: those of a name, or of an instrumentation scope. */
final class Noise {
  private static final String SCOPE = "scope:";

  private final List<Glob> names = new ArrayList<>();
  private final List<Glob> scopes = new ArrayList<>();

  Noise(List<String> patterns) {
    for (String pattern : patterns) {
      if (pattern.startsWith(SCOPE)) {
        scopes.add(new Glob(pattern.substring(SCOPE.length()).strip()));
      } else {
        names.add(new Glob(pattern));
      }
    }
  }

  static void requireMeaning(String setting, String pattern) {
    String glob = pattern.startsWith(SCOPE) ? pattern.substring(SCOPE.length()) : pattern;
    if (glob.isBlank()) {
      throw new IllegalArgumentException(setting + " takes the name of spans, or \"" + SCOPE
          + "<name of an instrumentation scope>\", with * for any text; was \"" + pattern + "\"");
    }
  }

  boolean isEmpty() {
    return names.isEmpty() && scopes.isEmpty();
  }

  boolean covers(SpanNode span) {
    return covers(span.name(), span.data().getInstrumentationScopeInfo());
  }

  /** Whether a span is meant, of which the scope may not be known. */
  boolean covers(String name, @Nullable InstrumentationScopeInfo scope) {
    return matches(names, name) || (scope != null && matches(scopes, scope.getName()));
  }

  private static boolean matches(List<Glob> globs, String text) {
    for (Glob glob : globs) {
      if (glob.matches(text)) {
        return true;
      }
    }
    return false;
  }
}
