package io.spantree.golden.run;

import java.util.List;

/** Writes JSON on one line; every character that could break the line is escaped. */
final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonWriter() {}

  static void write(Object value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      String comma = "{";
      for (var field : object.fields().entrySet()) {
        text.append(comma);
        quote(field.getKey(), text);
        text.append(':');
        write(field.getValue(), text);
        comma = ",";
      }
      text.append(comma.equals("{") ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String comma = "[";
      for (Object each : list) {
        text.append(comma);
        write(each, text);
        comma = ",";
      }
      text.append(comma.equals("[") ? "[]" : "]");
    } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
      text.append(value);
    } else {
      quote(value.toString(), text);
    }
  }

  /** Halves of a surrogate pair are escaped too: UTF-8 cannot hold them. */
  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' '
          || c == 0x7f
          || c == 0x85
          || c == 0x2028
          || c == 0x2029
          || Character.isSurrogate(c)) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append(HEX[c >> shift & 0xf]);
        }
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
