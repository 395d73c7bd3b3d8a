package io.spantree.golden.review;

import io.spantree.golden.SafeName;
import io.spantree.golden.run.RanTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose golden it is.
 *
 * @param classes the test class, behind the classes around it that a run told of
 * @param stem the method's own name where a run told it, else the file name without its suffix
 */
record GoldenOwner(List<String> classes, String stem) {
  static final String SUFFIX = ".spans";

  static GoldenOwner of(RanTest test) {
    return new GoldenOwner(test.classes(), test.method());
  }

  /** What the path says, which is a guess: any test may compare any path; null if it says nothing. */
  static @Nullable GoldenOwner ofPath(String name) {
    int slash = name.lastIndexOf('/');
    String folder = slash < 0 ? "" : name.substring(0, slash);
    String simple = folder.substring(folder.lastIndexOf('/') + 1);
    boolean isClass = !simple.isEmpty() && Character.isUpperCase(simple.charAt(0));
    if (!isClass || SafeName.hasHash(simple)) {
      return null;
    }
    String packages = folder.substring(0, folder.length() - simple.length()).replace('/', '.');
    String stem = name.substring(slash + 1, name.length() - SUFFIX.length());
    return new GoldenOwner(List.of(packages + simple.replace('.', '$')), stem);
  }

  String className() {
    return classes.get(classes.size() - 1);
  }

  /** What is gone: a class, or the method; null when nothing is, or it cannot be told. */
  @Nullable
  String gone(TestClasses compiled) {
    for (String each : classes) {
      if (compiled.find(each).isEmpty()) {
        return "the class " + each + " is gone";
      }
    }
    Optional<Set<String>> methods = compiled.methods(className());
    String method = stem.split("[.(]", 2)[0];
    if (methods.isEmpty() || SafeName.hasHash(stem) || SafeName.hasHash(method)) {
      return null;
    }
    boolean there = methods.get().stream()
        .anyMatch(each ->
            stem.equals(each) || stem.startsWith(each + ".") || stem.startsWith(each + "("));
    return there ? null : "the method " + className() + "." + method + " is gone";
  }
}
