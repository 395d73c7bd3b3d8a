package io.spantree.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenFolderTest {

  private static Path ofProperty(String value, Class<?> testClass) {
    System.setProperty(GoldenFolder.PROPERTY, value);
    try {
      return GoldenFolder.of(testClass);
    } finally {
      System.clearProperty(GoldenFolder.PROPERTY);
    }
  }

  @Test
  void maven_and_gradle_classes_lead_to_the_resources_of_their_source_set() {
    Path app = Path.of("/home/me/my app");

    assertThat(GoldenFolder.goldens(app.resolve("target/test-classes")))
        .isEqualTo(app.resolve("src/test/resources/golden"));
    assertThat(GoldenFolder.goldens(app.resolve("build/classes/java/integrationTest")))
        .isEqualTo(app.resolve("src/integrationTest/resources/golden"));
    assertThat(GoldenFolder.goldens(app.resolve("build/classes/kotlin/test")))
        .isEqualTo(app.resolve("src/test/resources/golden"));
  }

  @Test
  void other_layouts_are_unknown() {
    assertThat(GoldenFolder.goldens(Path.of("/app/target/classes"))).isNull();
    assertThat(GoldenFolder.goldens(Path.of("/app/out/test"))).isNull();
    assertThat(GoldenFolder.goldens(Path.of("/"))).isNull();
  }

  @Test
  void this_class_has_its_goldens_in_this_module() {
    assertThat(GoldenFolder.of(GoldenFolderTest.class))
        .isAbsolute()
        .endsWithRaw(Path.of("golden/src/test/resources/golden"));
  }

  @Test
  void the_property_comes_first_and_is_made_absolute() {
    assertThat(ofProperty("traces/../goldens", GoldenFolderTest.class))
        .isEqualTo(Path.of("goldens").toAbsolutePath());
    assertThat(ofProperty(" ", GoldenFolderTest.class))
        .isEqualTo(GoldenFolder.of(GoldenFolderTest.class));
  }

  @Test
  void a_class_without_a_module_is_told_to_name_the_folder() {
    assertThatThrownBy(() -> GoldenFolder.of(String.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The folder of the goldens of java.lang.String is unknown, because its classes"
            + " lie neither in target/test-classes nor in build/classes. Name it with"
            + " -Dspantree.golden.dir=…/src/test/resources/golden");
    assertThat(ofProperty("goldens", String.class)).endsWithRaw(Path.of("goldens"));
  }
}
