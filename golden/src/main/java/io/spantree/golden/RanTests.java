package io.spantree.golden;

import io.spantree.golden.run.RanTest;
import io.spantree.model.TestIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes test executions as a run record names them. */
final class RanTests {
  private RanTests() {}

  static RanTest of(TestIdentity test) {
    List<String> classes = new ArrayList<>();
    test.enclosingClasses().forEach(type -> classes.add(type.getName()));
    classes.add(test.testClass().getName());
    return new RanTest(
        test.uniqueId(),
        test.displayName(),
        classes,
        test.method().getName(),
        Stream.of(test.method().getParameterTypes()).map(Class::getName).toList(),
        GoldenFolder.classesFolder(test.testClass()));
  }
}
