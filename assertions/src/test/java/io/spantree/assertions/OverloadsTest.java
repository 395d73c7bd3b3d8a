package io.spantree.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That Java, Kotlin and AssertJ can call and extend the classes: by reflection. */
class OverloadsTest {

  /** A lambda written in place fits any functional interface, in both languages. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        TraceAssert.class,
        SpanAssert.class,
        AbstractSpanAssert.class,
        SpanSteps.class,
        AttributeSteps.class,
        SpanConditions.class,
        EventConditions.class,
        TraceRule.class,
        TraceAssertions.class,
        TraceSoftAssertions.class
      })
  void no_two_overloads_take_a_lambda_in_the_same_place(Class<?> type) {
    List<String> ambiguous = new ArrayList<>();
    for (Method ours : type.getDeclaredMethods()) {
      Stream.of(type.getMethods())
          .filter(other -> !other.isBridge() && !ours.isBridge() && !other.equals(ours))
          .filter(other -> Modifier.isPublic(ours.getModifiers()))
          .filter(other -> other.getName().equals(ours.getName()))
          .filter(other -> bothTakeLambdas(ours, other))
          .forEach(other -> ambiguous.add(name(ours) + " / " + name(other)));
    }

    // Known: the expectation is a subtype of AssertJ's predicate, and so the one that is meant.
    ambiguous.remove("matches(TraceExpectation) / matches(Predicate)");
    assertThat(ambiguous).isEmpty();
  }

  /** An {@code Object} parameter or varargs would take what the typed overload refuses. */
  @ParameterizedTest
  @ValueSource(classes = {TraceAssert.class, SpanSteps.class, AttributeSteps.class})
  void no_overload_takes_just_anything(Class<?> type) {
    assertThat(ourMethods(type))
        .noneMatch(method -> Arrays.asList(method.getParameterTypes()).contains(Object.class)
            && method.getTypeParameters().length == 0);
  }

  @ParameterizedTest
  @ValueSource(classes = {TraceAssert.class, SpanAssert.class})
  void assert_classes_can_be_extended(Class<?> type) {
    assertThat(Modifier.isFinal(type.getModifiers())).isFalse();
    assertThat(ourMethods(type)).noneMatch(method -> Modifier.isFinal(method.getModifiers()));
    assertThat(type.getDeclaredConstructors())
        .extracting(Constructor::getModifiers)
        .containsOnly(Modifier.PROTECTED);
  }

  private static List<Method> ourMethods(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
        .toList();
  }

  private static boolean bothTakeLambdas(Method left, Method right) {
    Class<?>[] leftTypes = left.getParameterTypes();
    Class<?>[] rightTypes = right.getParameterTypes();
    if (leftTypes.length != rightTypes.length) {
      return false;
    }
    boolean lambdas = false;
    for (int i = 0; i < leftTypes.length; i++) {
      boolean both = isFunctional(leftTypes[i]) && isFunctional(rightTypes[i]);
      if (!both
          && !leftTypes[i].isAssignableFrom(rightTypes[i])
          && !rightTypes[i].isAssignableFrom(leftTypes[i])) {
        return false; // this parameter tells them apart
      }
      lambdas |= both;
    }
    return lambdas;
  }

  private static boolean isFunctional(Class<?> type) {
    return type.isInterface()
        && Stream.of(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .count()
            == 1;
  }

  private static String name(Executable method) {
    List<String> types =
        Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList();
    return method.getName() + "(" + String.join(", ", types) + ")";
  }
}
