package io.spantree.golden;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the golden of one invocation of a parameterized test.
 *
 * <p>JUnit tells the name of an argument set by the display name only, so it is read out of that.
 *
 * @param displayName the display name of the invocation
 * @param method the test method
 * @param arguments the arguments of the invocation
 */
record InvocationName(String displayName, Method method, List<?> arguments) {
  private static final String SET_NAME = "{argumentSetName}";
  private static final String ANNOTATION = "org.junit.jupiter.params.ParameterizedTest";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}?");
  private static final Pattern INDEX = Pattern.compile("\\{\\d{1,3}}");
  private static final Pattern DEFAULT_DISPLAY = Pattern.compile("\\[\\d+] (.*)", Pattern.DOTALL);

  /**
   * The name with its placeholders filled in.
   *
   * @throws IllegalStateException when one cannot be filled in with what does not change
   */
  String resolve(String name) {
    return PLACEHOLDER
        .matcher(name)
        .replaceAll(found -> Matcher.quoteReplacement(filled(found.group(), found.group(1))));
  }

  private String filled(String placeholder, String inside) {
    if (placeholder.equals(SET_NAME)) {
      return argumentSetName();
    } else if (INDEX.matcher(placeholder).matches()) {
      return argument(Integer.parseInt(inside));
    }
    throw problem(
        placeholder,
        "it is no placeholder; there are " + SET_NAME + " and, for the arguments, {0}, {1}, …");
  }

  private String argument(int index) {
    if (index >= arguments.size()) {
      throw problem("{" + index + "}", "there is no argument " + index);
    }
    Object value = arguments.get(index);
    if (value instanceof Class<?> type) {
      return type.getSimpleName();
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    boolean stable = value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Character;
    if (!stable) {
      throw problem(
          "{" + index + "}",
          "the argument " + index + " is no text, number, boolean, enum constant or class");
    }
    return value.toString();
  }

  private String argumentSetName() {
    String pattern = displayPattern();
    String found = pattern.contains(SET_NAME) ? readBy(pattern) : readByDefault();
    if (found == null || found.isBlank()) {
      throw problem(
          SET_NAME,
          "the display name \"" + displayName + "\" tells no name of an"
              + " argument set; give each row one with Arguments.argumentSet(\"…\", …), and the test"
              + " @ParameterizedTest(name = \"" + SET_NAME + "\")");
    }
    return found;
  }

  /** The pattern of the display names; empty when it is not a parameterized test. */
  private String displayPattern() {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation.annotationType().getName().equals(ANNOTATION)) {
        try {
          return (String) annotation.annotationType().getMethod("name").invoke(annotation);
        } catch (ReflectiveOperationException e) {
          return "";
        }
      }
    }
    return "";
  }

  private @Nullable String readBy(String pattern) {
    int at = pattern.indexOf(SET_NAME);
    String before = quoted(pattern.substring(0, at));
    String after = quoted(pattern.substring(at + SET_NAME.length()));
    Matcher display = Pattern.compile(before + "(.*)" + after, Pattern.DOTALL).matcher(displayName);
    return display.matches() ? display.group(1) : null;
  }

  private static String quoted(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("(?=\\{index})|(?<=\\{index})")) {
      regex.append(part.equals("{index}") ? "\\d+" : Pattern.quote(part));
    }
    return regex.toString();
  }

  /** JUnit shows the set's name behind the index, or the arguments where there is none. */
  private @Nullable String readByDefault() {
    Matcher display = DEFAULT_DISPLAY.matcher(displayName);
    return display.matches() && !showsArguments(display.group(1)) ? display.group(1) : null;
  }

  private boolean showsArguments(String text) {
    if (arguments.isEmpty()) {
      return true;
    }
    String first = String.valueOf(arguments.get(0));
    String name = method.getParameters()[0].getName();
    return text.startsWith(first.isEmpty() ? "," : first)
        || text.startsWith("\"" + first)
        || text.startsWith("'" + first)
        || text.startsWith(name + "=")
        || text.startsWith(name + " =");
  }

  private IllegalStateException problem(String placeholder, String why) {
    return new IllegalStateException("@GoldenTrace on " + method.getName() + ": " + placeholder
        + " cannot be filled in, because " + why);
  }
}
