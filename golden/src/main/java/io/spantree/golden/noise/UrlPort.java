package io.spantree.golden.noise;

import io.spantree.model.AttributeValue;
import io.spantree.outline.Condition;
import io.spantree.outline.ValuePattern;
import org.jspecify.annotations.Nullable;

/** Proposes a matcher for a URL that accepts any port in place of its own. */
final class UrlPort {
  private static final String SPECIAL = "\\^$.|?*+()[]{}";

  private UrlPort() {}

  /** Null when the value is no URL; where that has no port, the proposal does not accept it. */
  static @Nullable ValuePattern proposal(AttributeValue value) {
    if (!(value.value() instanceof String url)) {
      return null;
    }
    int host = url.indexOf("://") + 3;
    int end = host < 3 ? 0 : endOfAuthority(url, host);
    int colon = url.lastIndexOf(':', end - 1);
    if (host < 3 || colon < host) {
      return null;
    }
    String regex = quote(url.substring(0, colon + 1)) + "\\d+" + quote(url.substring(end));
    return new ValuePattern.Matcher(Condition.Regex.of(regex), null);
  }

  private static int endOfAuthority(String url, int from) {
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Each character for itself, so that a reader of the golden sees the URL. */
  private static String quote(String text) {
    StringBuilder regex = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        regex.append('\\');
      }
      regex.append(text.charAt(i));
    }
    return regex.toString();
  }
}
