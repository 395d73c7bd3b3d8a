package io.spantree.golden.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object of strings, whole numbers, booleans, and lists and objects of these. */
public final class JsonObject {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Reads one object, which is the whole text. */
  public static JsonObject parse(String text) {
    return new JsonReader(text).readWhole();
  }

  /** Leaves out what is null. */
  public JsonObject put(String key, @Nullable Object value) {
    if (value != null) {
      fields.put(key, value);
    }
    return this;
  }

  public boolean has(String key) {
    return fields.containsKey(key);
  }

  Map<String, Object> fields() {
    return fields;
  }

  public String text(String key) {
    return as(key, String.class);
  }

  @Nullable
  String textOrNull(String key) {
    return has(key) ? text(key) : null;
  }

  public long number(String key) {
    return as(key, Long.class);
  }

  public boolean flag(String key) {
    return has(key) && as(key, Boolean.class);
  }

  public JsonObject object(String key) {
    return as(key, JsonObject.class);
  }

  /** Empty when there is no such field. */
  public <T> List<T> list(String key, Class<T> elements) {
    List<T> list = new ArrayList<>();
    if (has(key)) {
      for (Object each : as(key, List.class)) {
        list.add(cast(key, each, elements));
      }
    }
    return list;
  }

  private <T> T as(String key, Class<T> type) {
    return cast(key, fields.get(key), type);
  }

  private static <T> T cast(String key, @Nullable Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      String what = value == null ? "missing" : "no " + type.getSimpleName();
      throw new IllegalArgumentException("\"" + key + "\" is " + what);
    }
    return type.cast(value);
  }

  /** On one line. */
  public String print() {
    StringBuilder text = new StringBuilder(256);
    JsonWriter.write(this, text);
    return text.toString();
  }
}
