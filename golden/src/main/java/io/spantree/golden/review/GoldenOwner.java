package io.spantree.golden.review;

import io.spantree.golden.SafeName;
import io.spantree.golden.run.Compared;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose golden it is.
 *
 * @param className the test class
 * @param stem the file name without its suffix; the method's own name where a run told it
 */
record GoldenOwner(String className, String stem) {
  static final String SUFFIX = ".spans";

  /** The test that last compared it; else what the path says, null if it cannot say it. */
  static @Nullable GoldenOwner of(String name, @Nullable Compared last) {
    if (last != null && last.test() != null) {
      return new GoldenOwner(last.test().testClass(), last.test().method());
    }
    int slash = name.lastIndexOf('/');
    String folder = slash < 0 ? "" : name.substring(0, slash);
    String simple = folder.substring(folder.lastIndexOf('/') + 1);
    boolean isClass = !simple.isEmpty() && Character.isUpperCase(simple.charAt(0));
    if (!isClass || SafeName.hasHash(simple)) {
      return null;
    }
    String packages = folder.substring(0, folder.length() - simple.length()).replace('/', '.');
    String stem = name.substring(slash + 1, name.length() - SUFFIX.length());
    return new GoldenOwner(packages + simple.replace('.', '$'), stem);
  }

  /** What is gone: the class, or the method; null when neither is, or it cannot be told. */
  @Nullable
  String gone(TestClasses classes) {
    if (classes.find(className).isEmpty()) {
      return "the class " + className + " is gone";
    }
    Optional<Set<String>> methods = classes.methods(className);
    String method = stem.split("[.(]", 2)[0];
    if (methods.isEmpty() || SafeName.hasHash(stem) || SafeName.hasHash(method)) {
      return null;
    }
    boolean there = methods.get().stream()
        .anyMatch(each ->
            stem.equals(each) || stem.startsWith(each + ".") || stem.startsWith(each + "("));
    return there ? null : "the method " + className + "." + method + " is gone";
  }
}
