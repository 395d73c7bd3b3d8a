package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spantree.model.TestIdentity;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GoldenKeyTest {
  private static final String ID = "[engine:junit-jupiter]/[class:x]/";

  abstract static class Orders { // abstract: no tests of their own
    void places() {}

    void cancels() {}

    void cancels(String reason, int[] days) {}

    void Places2() {}

    void places2() {}

    @RepeatedTest(3)
    void repeats() {}

    @Often
    void often() {}

    void parameterized(int row) {}

    void inherited() {}

    class Refunds {
      void refunds() {}
    }

    static class Rare {
      void places() {}
    }
  }

  abstract static class SpecialOrders extends Orders {
    void inherited(int more) {}

    @Override
    void places() {}

    static class Rare {
      void places() {}
    }
  }

  @RepeatedTest(2)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Often {}

  private static TestIdentity test(
      List<Class<?>> enclosing, Class<?> type, String method, String id, Class<?>... parameters) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      var found = Arrays.stream(at.getDeclaredMethods())
          .filter(each -> each.getName().equals(method))
          .filter(each -> Arrays.equals(each.getParameterTypes(), parameters))
          .findFirst();
      if (found.isPresent()) {
        return new TestIdentity(ID + id, "shown", enclosing, type, found.get());
      }
    }
    throw new IllegalArgumentException(method);
  }

  private static String key(Class<?> type, String method, Class<?>... parameters) {
    return GoldenKey.of(test(List.of(), type, method, "[method:m]", parameters), "")
        .name();
  }

  private static String key(String method, String id, String name, Class<?>... parameters) {
    return GoldenKey.of(test(List.of(), Orders.class, method, id, parameters), name)
        .name();
  }

  @Test
  void a_golden_is_named_by_package_class_and_method() {
    GoldenFiles files =
        GoldenKey.of(test(List.of(), Orders.class, "places", "[method:places()]"), "");

    assertThat(files.name()).isEqualTo("io/spantree/golden/GoldenKeyTest.Orders/places.spans");
    assertThat(files.golden())
        .isEqualTo(GoldenFolder.of(Orders.class).resolve(files.name()))
        .isAbsolute();
    assertThat(files.received().toString())
        .endsWith(
            "golden/target/spantree/received/io/spantree/golden/GoldenKeyTest.Orders/places.spans");
  }

  @Test
  void a_name_tells_several_goldens_of_one_test_apart() {
    assertThat(key("places", "[method:places()]", "large order"))
        .startsWith("io/spantree/golden/GoldenKeyTest.Orders/places.large_order-")
        .endsWith(".spans");
    assertThat(key("places", "[method:places()]", "../../../etc"))
        .startsWith("io/spantree/golden/GoldenKeyTest.Orders/places..._.._.._etc-");
  }

  @Test
  void nested_classes_stand_behind_the_concrete_outer_class() {
    TestIdentity own =
        test(List.of(Orders.class), Orders.Refunds.class, "refunds", "[method:refunds()]");
    TestIdentity inherited =
        test(List.of(SpecialOrders.class), Orders.Refunds.class, "refunds", "[method:refunds()]");

    assertThat(GoldenKey.of(own, "").name())
        .isEqualTo("io/spantree/golden/GoldenKeyTest.Orders.Refunds/refunds.spans");
    assertThat(GoldenKey.of(inherited, "").name())
        .isEqualTo("io/spantree/golden/GoldenKeyTest.SpecialOrders.Refunds/refunds.spans");
  }

  @Test
  void static_nested_classes_of_one_name_have_goldens_of_their_own() {
    assertThat(key(Orders.Rare.class, "places"))
        .isEqualTo("io/spantree/golden/GoldenKeyTest.Orders.Rare/places.spans");
    assertThat(key(SpecialOrders.Rare.class, "places"))
        .isEqualTo("io/spantree/golden/GoldenKeyTest.SpecialOrders.Rare/places.spans");
  }

  @Test
  void overloaded_methods_bear_their_parameter_types() {
    assertThat(key(Orders.class, "cancels")).endsWith("/GoldenKeyTest.Orders/cancels().spans");
    assertThat(key(Orders.class, "cancels", String.class, int[].class))
        .endsWith("/GoldenKeyTest.Orders/cancels(String,int[]).spans");
  }

  @Test
  void an_inherited_overload_counts_and_an_override_does_not() {
    assertThat(key(SpecialOrders.class, "inherited")).endsWith("/inherited().spans");
    assertThat(key(SpecialOrders.class, "inherited", int.class)).endsWith("/inherited(int).spans");
    assertThat(key(SpecialOrders.class, "places"))
        .endsWith("/GoldenKeyTest.SpecialOrders/places.spans");
  }

  @Test
  void methods_that_differ_in_case_alone_have_files_that_differ_in_more() {
    assertThat(key(Orders.class, "places2")).matches(".*/places2-[0-9a-f]{8}.spans");
    assertThat(key(Orders.class, "Places2")).matches(".*/Places2-[0-9a-f]{8}.spans");
    assertThat(key(Orders.class, "places2").toLowerCase())
        .isNotEqualTo(key(Orders.class, "Places2").toLowerCase());
  }

  @Test
  void repetitions_share_one_golden() {
    String invocation = "[test-template:r()]/[test-template-invocation:#2]";

    assertThat(key("repeats", invocation, "")).endsWith("/repeats.spans");
    assertThat(key("often", invocation, "")).endsWith("/often.spans");
  }

  @Test
  void invocations_that_differ_need_a_name() {
    for (String id : List.of(
        "[test-template:p(int)]/[test-template-invocation:#1]",
        "[test-factory:p()]/[dynamic-test:#1]",
        "[class-template-invocation:#1]/[method:p(int)]")) {
      assertThatThrownBy(() -> key("parameterized", id, "", int.class))
          .as(id)
          .hasMessage("Each invocation of parameterized needs a golden of its own: give it a name"
              + " that does not change, as in golden(\"large-order\").");
      assertThat(key("parameterized", id, "row", int.class)).endsWith("/parameterized.row.spans");
    }
  }

  @Test
  void a_repetition_in_a_parameterized_class_needs_a_name_too() {
    assertThatThrownBy(() ->
            key("repeats", "[class-template-invocation:#1]/[test-template-invocation:#2]", ""))
        .hasMessageContaining("needs a golden of its own");
  }
}
