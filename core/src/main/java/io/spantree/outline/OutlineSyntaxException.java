package io.spantree.outline;

/** Text that is not in the outline notation; the message shows the place and what was expected. */
public final class OutlineSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  private final String source;
  private final int line;
  private final int column;

  OutlineSyntaxException(String source, int line, int column, String problem, String text) {
    super(source + ":" + line + ":" + column + ": " + problem + "\n" + pointer(text, column));
    this.source = source;
    this.line = line;
    this.column = column;
  }

  /** The line with a caret under the column; of a very long line, the part around it. */
  private static String pointer(String text, int column) {
    int from = Math.max(0, Math.min(column - 1, text.length()) - SHOWN / 2);
    String shown = text.substring(from, Math.min(text.length(), from + SHOWN)).replace('\t', ' ');
    return "    " + shown + "\n    " + " ".repeat(Math.max(0, column - 1 - from)) + "^";
  }

  /** The file or other source of the text. */
  public String source() {
    return source;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** The column, counted from 1. */
  public int column() {
    return column;
  }
}
