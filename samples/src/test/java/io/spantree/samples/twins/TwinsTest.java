package io.spantree.samples.twins;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.spantree.junit.TraceTest;
import io.spantree.model.FindingKind;
import io.spantree.samples.twins.loss.PartnerTag;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated("it runs many tests at a time")
class TwinsTest {
  private Runs injected = Runs.inParallel(1);
  private Runs withoutRequest = injected;

  /** At once, because each span that never ends is awaited for a while. */
  @BeforeAll
  void run_all() {
    injected = Runs.inParallel(16, Injected.class);
    withoutRequest = Runs.inParallel(2, WithoutRequest.class);
  }

  static List<Case> cases() {
    return Case.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fails_or_passes_without_an_assertion(Case each) {
    assertThat(injected.of(each.toString())).matches(each::isToldBy, each.label() + ", once");
    assertThat(injected.publishedBy(each.toString()))
        .noneMatch(entry -> entry.contains("not checked"));
  }

  @TraceTest(require = FindingKind.PARENT_ENDED)
  static class Injected {
    static List<Case> cases() {
      return Case.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void test(Case each, OpenTelemetry openTelemetry) throws Exception {
      each.run(openTelemetry);
    }
  }

  @Test
  void has_twins_of_each_bug_that_the_checks_see() {
    assertThat(Twin.all())
        .extracting(Twin::bug)
        .contains("B06", "B09", "B10", "B11", "B13", "B14", "B21", "B22");
    assertThat(Twin.all()).doesNotHaveDuplicates();
  }

  @Test
  void looks_for_late_starts_on_request_only() {
    assertThat(withoutRequest.of("B11 begun after its parent ended, broken"))
        .isEqualTo(Runs.PASSED);
  }

  @TraceTest
  static class WithoutRequest {
    static List<Case> cases() {
      return Case.all().stream().filter(each -> each.twin().bug().equals("B11")).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void test(Case each) throws Exception {
      each.run(GlobalOpenTelemetry.get());
    }
  }

  /** OpenTelemetry drops a null without a trace: only who expects the attribute misses it. */
  @Test
  @TraceTest
  void cannot_see_a_value_that_is_null(OpenTelemetry openTelemetry) {
    PartnerTag.broken(openTelemetry).tag(null);

    assertThatThrownBy(() ->
            assertTrace().hasSpan("rewards.partner.tag").withAttr("redemption.partner", "none"))
        .hasMessageContaining("redemption.partner is missing; expected \"none\"");
  }
}
