package io.spantree.golden.cli;

import io.spantree.golden.review.Acceptance;
import io.spantree.golden.review.PendingGolden;
import io.spantree.golden.review.Steps;
import io.spantree.golden.run.Compared;
import io.spantree.golden.run.JsonObject;
import io.spantree.golden.run.Loss;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.report.FindingInWords;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Mixin;

/** Lists the goldens that are pending. */
@Command(
    name = "list",
    description = "Lists the goldens that are not as the last run received them.",
    footer = {"", "Example: java -jar spantree-golden-cli.jar list"})
final class ListCommand extends ProjectCommand {
  @Mixin
  JsonOption json = new JsonOption();

  ListCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Steps steps) {
    ProjectOption.Found found = project.find(null, steps);
    List<PendingGolden> pending = found.pending();
    if (json.wanted) {
      terminal.line(new JsonObject()
          .put("pending", pending.stream().map(each -> each.compared().json()).toList())
          .put("failed", FailedText.json(found.failed()))
          .print());
    } else if (found.isNothing()) {
      terminal.line("Nothing is pending.");
    } else {
      show(pending);
      FailedText.show(found.failed(), terminal);
    }
    return Exit.pending(!found.isNothing());
  }

  private void show(List<PendingGolden> pending) {
    if (!pending.isEmpty()) {
      terminal.line(Text.count(pending.size(), "golden is", "goldens are") + " pending:");
      terminal.line();
      pending.forEach(this::show);
      terminal.line();
      terminal.line("review decides one by one, accept takes what its glob names; see --help.");
    }
  }

  private void show(PendingGolden pending) {
    String state = pending.isNew()
        ? terminal.styled("new    ", Style.fg_green)
        : terminal.styled("differs", Style.fg_yellow);
    String why = Acceptance.refusal(pending)
        .map(refusal -> "  (" + Text.brief(refusal) + ")")
        .orElse("");
    terminal.line("  " + state + "  " + pending.name() + findings(pending.compared()) + why);
  }

  /** {@code  1 RENAMED, 2 ATTRIBUTE MISSING (loss)}. */
  private String findings(Compared compared) {
    Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
    Map<FindingKind, Boolean> losses = new EnumMap<>(FindingKind.class);
    for (Finding finding : compared.findings()) {
      counts.merge(finding.kind(), 1, Integer::sum);
      losses.merge(finding.kind(), Loss.is(finding), Boolean::logicalOr);
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((kind, count) -> text.append(text.isEmpty() ? "  " : ", ")
        .append(count)
        .append(' ')
        .append(FindingInWords.label(kind))
        .append(losses.getOrDefault(kind, false) ? terminal.styled(" (loss)", Style.fg_red) : ""));
    return text + (compared.more() == 0 ? "" : ", " + compared.more() + " more");
  }
}
