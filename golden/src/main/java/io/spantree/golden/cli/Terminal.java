package io.spantree.golden.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Where a command reads answers and writes text, in colour where the console has it.
 *
 * @param in the answers of the reader, line by line
 * @param out the result
 * @param err errors, and progress
 * @param ansi whether there is colour; picocli's AUTO respects NO_COLOR
 * @param environment the variables of the process
 * @param isConsole whether a reader sits before it, who sees what is typed and what moves
 * @param nanoTime how late it is, as {@link System#nanoTime()}
 */
record Terminal(
    BufferedReader in,
    PrintWriter out,
    PrintWriter err,
    Ansi ansi,
    Map<String, String> environment,
    boolean isConsole,
    LongSupplier nanoTime) {

  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  void line() {
    line("");
  }

  void error(Exception e) {
    error(Objects.requireNonNullElse(e.getMessage(), e.toString()));
  }

  void error(String text) {
    out.flush();
    err.print("spantree: " + text + "\n");
    err.flush();
  }

  /** A line that belongs to the error above. */
  void errorDetail(String text) {
    err.print("  " + text + "\n");
    err.flush();
  }

  Terminal withoutColour() {
    return new Terminal(in, out, err, Ansi.OFF, environment, isConsole, nanoTime);
  }

  /** Run-time text is never markup; the code that ends bold alone underlines on many consoles. */
  String styled(String text, Style... styles) {
    return ansi.enabled() ? Style.on(styles) + text + Style.reset.on() : text;
  }

  /** Null when the input has ended. */
  @Nullable
  String answer(String question) {
    out.print(question);
    out.flush();
    try {
      String answer = in.readLine();
      if (!isConsole) {
        out.print((answer == null ? "" : answer) + "\n"); // else the screen does not show it
      }
      return answer == null ? null : answer.strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the answer: " + e, e);
    }
  }
}
