package io.spantree.samples.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "io.spantree", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String[] CORE = {
    "io.spantree.model..",
    "io.spantree.capture..",
    "io.spantree.check..",
    "io.spantree.outline..",
    "io.spantree.compare..",
    "io.spantree.report.."
  };

  @ArchTest
  static final ArchRule no_package_is_in_a_cycle =
      slices().matching("io.spantree.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule model_knows_no_other_package = onlyKnows("model");

  @ArchTest
  static final ArchRule capture_knows_the_model = onlyKnows("capture", "model");

  @ArchTest
  static final ArchRule check_knows_the_model = onlyKnows("check", "model");

  @ArchTest
  static final ArchRule outline_knows_the_model = onlyKnows("outline", "model");

  @ArchTest
  static final ArchRule compare_knows_outline_and_model = onlyKnows("compare", "outline", "model");

  @ArchTest
  static final ArchRule report_knows_what_it_renders =
      onlyKnows("report", "compare", "outline", "model");

  @ArchTest
  static final ArchRule assertions_know_core =
      onlyKnows("assertions", "model", "capture", "check", "outline", "compare", "report");

  @ArchTest
  static final ArchRule golden_knows_core_and_assertions =
      onlyKnows("golden", "assertions", "model", "capture", "outline", "compare", "report");

  @ArchTest
  static final ArchRule the_extension_knows_capture_and_model =
      onlyKnows("junit", "assertions", "model", "capture", "check", "outline", "compare", "report");

  @ArchTest
  static final ArchRule core_knows_no_test_framework = noClasses()
      .that()
      .resideInAnyPackage(CORE)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("org.assertj..", "org.junit..", "org.opentest4j..");

  @ArchTest
  static final ArchRule the_engine_knows_the_api_alone = noClasses()
      .that()
      .resideInAnyPackage("io.spantree.samples.rewards..")
      .should()
      .dependOnClassesThat(
          JavaClass.Predicates.resideInAnyPackage("io.opentelemetry.sdk..").or(isSpantreeItself()));

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes().that().resideInAPackage("io.spantree..").should(liveInANullMarkedPackage());

  private static ArchRule onlyKnows(String name, String... known) {
    String[] packages = new String[known.length + 1];
    packages[0] = "io.spantree." + name + "..";
    for (int i = 0; i < known.length; i++) {
      packages[i + 1] = "io.spantree." + known[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(packages[0])
        .should()
        .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.spantree..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages))));
  }

  private static DescribedPredicate<JavaClass> isSpantreeItself() {
    return JavaClass.Predicates.resideInAPackage("io.spantree..")
        .and(DescribedPredicate.not(
            JavaClass.Predicates.resideInAPackage("io.spantree.samples.rewards..")));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(
            type, marked, type.getPackageName() + " has no @NullMarked package-info"));
      }
    };
  }
}
