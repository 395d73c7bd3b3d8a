package io.spantree.golden.cli;

import io.spantree.golden.review.PendingGolden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Opens golden and received file in the reader's editor. */
record Opener(Terminal terminal, String command) {

  void open(PendingGolden golden) {
    if (command.isBlank()) {
      terminal.line("  No editor is known: set VISUAL or EDITOR, or use --open-with.");
      return;
    }
    List<String> words = new ArrayList<>(List.of(command.strip().split("\\s+")));
    words.add(golden.compared().golden().toString());
    words.add(golden.compared().received().toString());
    try {
      int code = new ProcessBuilder(words).inheritIO().start().waitFor();
      if (code != 0) {
        terminal.line("  " + words.get(0) + " ended with " + code + ".");
      }
    } catch (IOException e) {
      terminal.line("  " + words.get(0) + " cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
