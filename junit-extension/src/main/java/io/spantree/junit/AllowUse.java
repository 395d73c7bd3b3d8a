package io.spantree.junit;

import io.spantree.check.Allowance;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Which of the exceptions on a class its tests have needed, and which tests those were. */
final class AllowUse {
  private static final Namespace NAMESPACE = Namespace.create(AllowUse.class);

  private final Set<Allowance> used = ConcurrentHashMap.newKeySet();
  private final Set<Method> checked = ConcurrentHashMap.newKeySet();

  /** Notes it for the class of the test and for those around it. */
  static void note(ExtensionContext test, Set<Allowance> used) {
    for (ExtensionContext at = test; at != null; at = at.getParent().orElse(null)) {
      AllowUse use = at.getStore(NAMESPACE).get(key(at), AllowUse.class);
      if (use != null) {
        use.used.addAll(used);
        test.getTestMethod().ifPresent(use.checked::add);
      }
    }
  }

  static void begin(ExtensionContext testClass) {
    testClass.getStore(NAMESPACE).put(key(testClass), new AllowUse());
  }

  /** Fails the class for what none of its tests needed, unless only some of them ran or passed. */
  static void end(ExtensionContext testClass) {
    AllowUse use = testClass.getStore(NAMESPACE).remove(key(testClass), AllowUse.class);
    if (use == null || !use.checked.containsAll(tests(testClass.getRequiredTestClass()))) {
      return;
    }
    List<Allowance> unused = CheckRules.allowances(testClass.getRequiredTestClass()).stream()
        .filter(allowance -> !use.used.contains(allowance))
        .toList();
    String text = unused.stream().map(TestChecks::unused).collect(Collectors.joining("\n"));
    TestChecks.say(CheckMode.current(), testClass, text);
  }

  /** Stores hand on to those below, and only the use of the very class is meant. */
  private static String key(ExtensionContext context) {
    return context.getUniqueId();
  }

  private static Set<Method> tests(Class<?> testClass) {
    Set<Method> tests = new HashSet<>(AnnotationSupport.findAnnotatedMethods(
        testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN));
    ReflectionSupport.findNestedClasses(
            testClass, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
        .forEach(nested -> tests.addAll(tests(nested)));
    return tests;
  }
}
