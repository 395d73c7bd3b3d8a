package io.spantree.golden.run;

import java.util.ArrayList;
import java.util.List;

/** Reads the JSON that {@link JsonWriter} writes, and what else a tool may make of it. */
final class JsonReader {
  private static final int DEEPEST = 32;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  JsonObject readWhole() {
    JsonObject object = object();
    skipSpace();
    if (at < text.length()) {
      throw problem("nothing more");
    }
    return object;
  }

  private IllegalArgumentException problem(String expected) {
    return new IllegalArgumentException("column " + (at + 1) + ": expected " + expected);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char wanted) {
    skipSpace();
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw problem("'" + wanted + "'");
    }
  }

  private void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw problem("no deeper nesting");
    }
  }

  private JsonObject object() {
    expect('{');
    enter();
    JsonObject object = new JsonObject();
    if (!take('}')) {
      do {
        skipSpace();
        String key = string();
        expect(':');
        Object value = value();
        if (value != NULL) {
          object.put(key, value);
        }
      } while (take(','));
      expect('}');
    }
    depth--;
    return object;
  }

  private List<Object> list() {
    expect('[');
    enter();
    List<Object> list = new ArrayList<>();
    if (!take(']')) {
      do {
        list.add(value());
      } while (take(','));
      expect(']');
    }
    depth--;
    return list;
  }

  private static final Object NULL = new Object();

  private Object value() {
    skipSpace();
    char first = at < text.length() ? text.charAt(at) : ' ';
    return switch (first) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", NULL);
      default -> number();
    };
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw problem("a value");
    }
    at += word.length();
    return value;
  }

  private Object number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Long.parseLong(text, from, at, 10);
    } catch (NumberFormatException e) {
      at = from;
      throw problem("a value");
    }
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      value.append(c == '\\' ? escaped() : c);
    }
    if (at >= text.length()) {
      throw problem("the end of a string");
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw problem("an escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw problem("a hexadecimal digit");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }
}
