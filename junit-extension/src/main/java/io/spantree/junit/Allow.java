package io.spantree.junit;

import io.spantree.model.FindingKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the checks of {@link TraceTest} pass over findings that are right as they are.
 *
 * <pre>{@code
 * @Allow(kind = LOST_CONTEXT, span = "heartbeat", reason = "the scheduler has no request")
 * }</pre>
 *
 * <p>One that allows nothing fails the test that it stands on; on a class it fails the class, once
 * all of its tests have passed.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(Allow.List.class)
public @interface Allow {

  /** What is allowed. */
  FindingKind kind();

  /** The name of the span, in which {@code *} stands for any text. */
  String span();

  /** Why it is right, for those who read the test later; a blank one is an error. */
  String reason();

  /** Several exceptions. */
  @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @Documented
  @Inherited
  @interface List {
    Allow[] value();
  }
}
