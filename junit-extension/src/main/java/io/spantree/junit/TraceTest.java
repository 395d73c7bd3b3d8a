package io.spantree.junit;

import io.spantree.model.FindingKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records the spans of each test of the class, or of the one method.
 *
 * <pre>{@code
 * @TraceTest
 * class RedemptionTest {
 *   @Test
 *   void queuesLargeRedemption(OpenTelemetry openTelemetry) {
 *     new RedemptionService(openTelemetry).redeem("c-1", 4200, "myntra");
 *
 *     assertTrace().hasSpan("rewards.fraud.review");
 *   }
 * }
 * }</pre>
 *
 * <p>Each execution of a test has a recording of its own, from the constructor of its instance to
 * its {@code @AfterEach} methods; the dynamic tests of a {@code @TestFactory} share one. These
 * methods can have parameters of the types {@code OpenTelemetry}, {@code OpenTelemetrySdk},
 * {@code Tracer}, {@code SpanCapture} and {@code InMemorySpanExporter}. Where no single test is
 * running, as in {@code @BeforeAll}, {@code OpenTelemetry} and {@code Tracer} are shared by all tests.
 *
 * <p>A test that passed is checked, also if it asserts nothing: it fails if a span was never ended,
 * lost its context or has a parent that nobody knows, if a scope was left open, or closed on
 * another thread or in the wrong order, or if something that was set on a span did not arrive.
 * {@link Allow} makes an exception; the system property {@code spantree.checks} is {@code fail},
 * {@code warn} or {@code off}. When a test fails for any reason, its tree is published with its
 * report.
 *
 * <p>Of annotations, and builders of {@link TraceTestExtension}, on a method, its class and the
 * classes around, the nearer counts; what can be several adds up, and what is true stays true.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(TraceTestExtension.class)
public @interface TraceTest {

  /** Further checks, which correct code can trip over: {@code PARENT_ENDED}, {@code ENDED_TWICE}. */
  FindingKind[] require() default {};

  /**
   * How long to wait at most for open spans to end, such as {@code "500 ms"} or {@code "5 s"}; 2
   * seconds if empty.
   */
  String await() default "";

  /**
   * How long nothing may have begun or ended until other threads count as come to rest, such as
   * {@code "100 ms"}; 50 milliseconds if empty.
   */
  String settle() default "";

  /**
   * Spans that are noise: their names, or {@code scope:} and the name of their instrumentation
   * scope, with {@code *} for any text. What is below them hangs from their nearest kept ancestor.
   */
  String[] ignore() default {};

  /** Whether assertions see the spans of constructors and fixture methods, too. */
  boolean fixtures() default false;

  /** Whether the tree of a test that passed is printed to the standard output. */
  boolean print() default false;
}
