package io.spantree.golden;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares the spans of a test with its golden once its body has run, as
 * {@code assertTrace().matches(golden())} at its end would.
 *
 * <pre>{@code
 * @TraceTest
 * @GoldenTrace
 * class RedemptionTest {
 *   @Test
 *   void queuesLargeRedemption(OpenTelemetry openTelemetry) {
 *     new RedemptionService(openTelemetry).redeem("c-1", 4200, "myntra");
 *   }
 * }
 * }</pre>
 *
 * <p>On a class it holds for all of its tests; a test that has failed is not compared. Something must
 * record, as {@code @TraceTest} does.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(GoldenTraceExtension.class)
public @interface GoldenTrace {

  /**
   * The name of the golden, where one method has several.
   *
   * <p>Each invocation of a parameterized test needs a name that does not change:
   * {@code {argumentSetName}} stands for the name of its argument set, {@code {0}}, {@code {1}} and
   * so on for an argument that is a text, a number, a boolean, an enum constant or a class.
   */
  String name() default "";
}
