package io.spantree.golden;

import io.spantree.model.TestIdentity;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Set;

/** What several invocations of one test method are to each other. */
enum Invocations {
  /** Tests of their own, with a golden each. */
  DIFFERENT,
  /** The same test again, which should record the same again: {@code @RepeatedTest}. */
  REPETITIONS,
  /** Attempts at one test, of which the last counts: {@code @RetryingTest} of JUnit Pioneer. */
  ATTEMPTS;

  private static final String REPEATED = "org.junit.jupiter.api.RepeatedTest";
  private static final String RETRIED = "org.junitpioneer.jupiter.RetryingTest";

  static Invocations of(TestIdentity test) {
    Annotation[] annotations = test.method().getAnnotations();
    if (has(REPEATED, annotations, new HashSet<>())) {
      return REPETITIONS;
    }
    return has(RETRIED, annotations, new HashSet<>()) ? ATTEMPTS : DIFFERENT;
  }

  boolean areOneTest() {
    return this != DIFFERENT;
  }

  private static boolean has(String wanted, Annotation[] annotations, Set<Class<?>> seen) {
    for (Annotation annotation : annotations) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (type.getName().equals(wanted)
          || seen.add(type) && has(wanted, type.getAnnotations(), seen)) {
        return true;
      }
    }
    return false;
  }

  /** The id that all invocations of one test share; of different tests the id of each. */
  String shared(String uniqueId) {
    int last = uniqueId.lastIndexOf("/[test-template-invocation:");
    return areOneTest() && last >= 0 ? uniqueId.substring(0, last) : uniqueId;
  }

  /** The id under which a received file is owned: attempts own it together. */
  String owner(String uniqueId) {
    return this == ATTEMPTS ? shared(uniqueId) : uniqueId;
  }
}
