package io.spantree.golden.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.model.Finding;
import io.spantree.model.FindingKind;
import io.spantree.model.SpanPath;
import io.spantree.model.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {

  private static boolean isLoss(
      FindingKind kind, @Nullable String expected, @Nullable String actual) {
    Term was = expected == null ? null : Term.of(expected);
    Term is = actual == null ? null : Term.of(actual);
    return Loss.is(Finding.of(kind, SpanPath.of("a"), was, is, null));
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingKind.class,
      names = {
        "MISSING",
        "UNWRAPPED",
        "ORPHANED",
        "LOST_CONTEXT",
        "NEW_ROOT",
        "ATTRIBUTE_MISSING",
        "EVENT_MISSING",
        "LINK_MISSING"
      })
  void what_is_gone_is_a_loss(FindingKind kind) {
    assertThat(isLoss(kind, "x1", null)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = FindingKind.class,
      names = {
        "UNEXPECTED",
        "RENAMED",
        "MOVED",
        "WRAPPED",
        "ORDER",
        "KIND",
        "ATTRIBUTE_UNEXPECTED",
        "ATTRIBUTE_TYPE",
        "ATTRIBUTE_VALUE",
        "EVENT_UNEXPECTED",
        "LINK_UNEXPECTED",
        "LINK_TARGET"
      })
  void what_changed_or_is_new_is_none(FindingKind kind) {
    assertThat(isLoss(kind, "a", "b")).isFalse();
  }

  @Test
  void a_span_that_is_back_in_its_tree_is_none() {
    assertThat(isLoss(FindingKind.LOST_CONTEXT, "lost", null)).isFalse();
    assertThat(isLoss(FindingKind.ORPHANED, "orphan", null)).isFalse();
    assertThat(isLoss(FindingKind.ORPHANED, null, "orphan")).isTrue();
    assertThat(isLoss(FindingKind.LOST_CONTEXT, "\"lost\"", null)).isTrue();
    assertThat(isLoss(FindingKind.REMOTE_PARENT, "parent=<remote>", null)).isTrue();
    assertThat(isLoss(FindingKind.REMOTE_PARENT, null, "parent=<remote>")).isFalse();
  }

  @Test
  void an_error_that_is_none_any_more_is_a_loss() {
    assertThat(isLoss(FindingKind.STATUS, "ERROR \"boom\"", "OK")).isTrue();
    assertThat(isLoss(FindingKind.STATUS, "ERROR", "UNSET")).isTrue();
    assertThat(isLoss(FindingKind.STATUS, "ERROR \"a\"", "ERROR \"b\"")).isFalse();
    assertThat(isLoss(FindingKind.STATUS, "OK", "ERROR")).isFalse();
    assertThat(isLoss(FindingKind.STATUS, "OK", "UNSET")).isFalse();
  }

  @Test
  void a_smaller_count_is_a_loss() {
    assertThat(isLoss(FindingKind.COUNT, "x101", "x20")).isTrue();
    assertThat(isLoss(FindingKind.COUNT, "x2..5", "x1")).isTrue();
    assertThat(isLoss(FindingKind.COUNT, "x2..", "x0")).isTrue();
    assertThat(isLoss(FindingKind.COUNT, "x1", "x101")).isFalse();
    assertThat(isLoss(FindingKind.COUNT, "x0..1", "x2")).isFalse();
    assertThat(isLoss(FindingKind.COUNT, "x2..5", "x6")).isFalse();
  }
}
