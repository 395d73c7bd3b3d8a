package io.spantree.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.check.Allowance;
import io.spantree.check.Checks;
import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.Recording;
import io.spantree.model.SpanPath;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is to be copied works as it stands. */
class CheckTextTest {

  private static Finding open(String name) {
    return Finding.of(FindingKind.OPEN_SPAN, SpanPath.of(name), null, null, null);
  }

  @Test
  void escapes_a_name_in_what_is_to_be_copied() {
    String literal = "span = \"say \\\"hi\\\" to C:\\\\temp\\nnow\", reason";

    assertThat(CheckText.howToAllow(open("say \"hi\" to C:\\temp\nnow"))).contains(literal);
    assertThat(CheckText.unused(FindingKind.OPEN_SPAN, "say \"hi\" to C:\\temp\nnow", "it ends"))
        .contains(literal);
    assertThat(CheckText.howToAllowByHand(open("say \"hi\"")))
        .contains("new Allowance(FindingKind.OPEN_SPAN, \"say \\\"hi\\\"\", \"…\")");
  }

  @Test
  void shortens_a_long_name_so_that_it_still_allows() {
    String name = "SELECT \u20ac ".repeat(40) + "end";
    String text = CheckText.howToAllow(open(name));
    String pattern = text.substring(text.indexOf("span = \"") + 8, text.indexOf("\", reason"));

    assertThat(pattern).hasSizeLessThan(130).endsWith("*");
    Allowance allowance = new Allowance(FindingKind.OPEN_SPAN, pattern, "long");
    Recording recording = new Recording(List.of(), null).with(List.of(open(name)), List.of());
    assertThat(new Checks(Set.of(), List.of(allowance)).of(recording).findings())
        .isEmpty();
  }

  @Test
  void tears_no_pair_of_surrogates() {
    String text = CheckText.howToAllow(open("x" + "\ud83d\ude00".repeat(100)));

    assertThat(text).doesNotContain("\\ud83d").contains("\ud83d\ude00*\"");
  }
}
