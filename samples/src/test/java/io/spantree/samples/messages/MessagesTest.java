package io.spantree.samples.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
  static List<MessageCase> cases() {
    return Messages.cases();
  }

  @Test
  void there_are_the_bugs_that_the_page_names() {
    assertThat(cases()).extracting(MessageCase::id).doesNotHaveDuplicates().hasSize(16);
  }

  @Test
  void three_bugs_at_once_are_all_reported() {
    String text = Messages.ours(ThreeBugs.messageCase());

    assertThat(text).contains("3 findings", "MOVED", "EVENT MISSING", "ATTRIBUTE VALUE");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fails_in_at_most_2000_characters(MessageCase each) {
    assertThat(Messages.ours(each)).isNotEqualTo("(passes)").hasSizeLessThanOrEqualTo(2_000);
  }
}
