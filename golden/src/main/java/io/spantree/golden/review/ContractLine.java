package io.spantree.golden.review;

/**
 * A line of the telemetry contract.
 *
 * @param entry scope, name and kind of a span, and the key of an attribute
 * @param type the types of the attribute; empty behind a span
 */
record ContractLine(String entry, String type) {
  private static final String TYPE = " : ";

  /** What stands in quotes is a name or a key, whatever it looks like. */
  static ContractLine parse(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && text.startsWith(TYPE, i)) {
        return new ContractLine(text.substring(0, i), text.substring(i + TYPE.length()));
      }
    }
    return new ContractLine(text, "");
  }

  String text() {
    return type.isEmpty() ? entry : entry + TYPE + type;
  }
}
