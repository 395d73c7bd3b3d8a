package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"applies", "Outer.Inner", "applies.large-order", "applies(String,int[])"})
  void a_safe_name_stays(String name) {
    assertThat(SafeName.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../../etc/passwd",
        "/root",
        "a/b",
        "a\\b",
        "C:x",
        "CON",
        "con.spans",
        "nul",
        "LPT1",
        "com9.a",
        "CONIN$",
        "conout$.spans",
        "applies a coupon",
        "काम 🎁",
        "🎁",
        "ends.",
        "a\nb",
        "tab\t",
        "a\u0000"
      })
  void a_hostile_name_becomes_a_plain_one_with_a_hash(String name) {
    String safe = SafeName.of(name);

    assertThat(safe).matches("[A-Za-z0-9_.$-]*-[0-9a-f]{8}").doesNotStartWith(".");
  }

  @Test
  void a_long_name_is_cut_to_80_characters_and_stays_unique() {
    String safe = SafeName.of("a".repeat(299) + "b");

    assertThat(safe).hasSize(80).startsWith("aaaa");
    assertThat(SafeName.of("a".repeat(299) + "c")).hasSize(80).isNotEqualTo(safe);
    assertThat(SafeName.of("a".repeat(80))).isEqualTo("a".repeat(80));
  }

  @Test
  void names_that_look_alike_when_made_safe_stay_apart() {
    Set<String> safe = new HashSet<>();
    for (String name : List.of("a b", "a_b", "a/b", "a\\b", "a:b", "..a b", "🎁", "🎈")) {
      assertThat(safe.add(SafeName.of(name))).as(name).isTrue();
    }
  }
}
