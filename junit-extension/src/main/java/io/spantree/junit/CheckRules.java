package io.spantree.junit;

import static java.util.stream.Collectors.toCollection;

import io.spantree.check.Allowance;
import io.spantree.check.Checks;
import io.spantree.model.FindingKind;
import io.spantree.model.Glob;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the annotations on a test, its class and the classes around say about the checks. */
record CheckRules(Set<FindingKind> required, Set<Allowance> ofMethod, Set<Allowance> ofClasses) {

  /** What befalls work for which nobody waits. */
  private static final Set<FindingKind> ON_THEIR_OWN =
      EnumSet.of(FindingKind.OPEN_SPAN, FindingKind.LOST_CONTEXT, FindingKind.PARENT_ENDED);

  static CheckRules of(ExtensionContext context, Set<FindingKind> required) {
    List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
    context.getTestClass().ifPresent(classes::add);
    Set<Allowance> ofClasses = new LinkedHashSet<>();
    for (Class<?> each : classes) {
      ofClasses.addAll(allowances(each));
    }
    Set<Allowance> ofMethod = new LinkedHashSet<>();
    context.getTestMethod().ifPresent(method -> ofMethod.addAll(allowances(method)));
    return new CheckRules(required, ofMethod, ofClasses);
  }

  Checks checks() {
    List<Allowance> all = new ArrayList<>(ofMethod);
    all.addAll(ofClasses);
    try {
      return new Checks(required, all);
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The names of spans of which somebody has said that they go on by themselves. */
  String[] namesThatMayGoOn() {
    return Stream.concat(ofMethod.stream(), ofClasses.stream())
        .filter(each -> ON_THEIR_OWN.contains(each.kind()))
        .map(Allowance::span)
        .filter(name -> !name.isBlank())
        .toArray(String[]::new);
  }

  /** Those without which an assertion had failed, because spans of these names went on. */
  List<Allowance> thatLetGoOn(Set<String> names) {
    return Stream.concat(ofMethod.stream(), ofClasses.stream())
        .filter(each -> each.kind() == FindingKind.OPEN_SPAN)
        .filter(each -> names.stream().anyMatch(new Glob(each.span())::matches))
        .toList();
  }

  static Set<Allowance> allowances(AnnotatedElement element) {
    try {
      return AnnotationSupport.findRepeatableAnnotations(element, Allow.class).stream()
          .map(allow -> new Allowance(allow.kind(), allow.span(), allow.reason()))
          .collect(toCollection(LinkedHashSet::new));
    } catch (IllegalArgumentException e) {
      throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
    }
  }
}
