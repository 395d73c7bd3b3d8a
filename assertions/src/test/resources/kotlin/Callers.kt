package io.spantree.assertions.kotlin

import io.opentelemetry.api.common.AttributeKey.booleanKey
import io.opentelemetry.api.common.AttributeKey.doubleKey
import io.opentelemetry.api.common.AttributeKey.longKey
import io.opentelemetry.api.common.AttributeKey.stringArrayKey
import io.opentelemetry.api.common.AttributeKey.stringKey
import io.opentelemetry.api.trace.SpanKind
import io.opentelemetry.api.trace.StatusCode
import io.spantree.assertions.TraceAssertions.assertTrace
import io.spantree.assertions.TraceExpectation
import io.spantree.assertions.TraceSoftAssertions
import io.spantree.assertions.Verdict
import io.spantree.model.Recording

/** Each step as a Kotlin test writes it. */
fun callEachStep(recording: Recording) {
  assertTrace(recording)
      .hasSpan("call")
      .withAttr("s", "x")
      .withAttr("n", 4200)
      .withAttr("n", 4200L)
      .withAttr("d", 0.5)
      .withAttr("b", true)
      .withAttr("list", listOf("a", "b"))
      .withAttr(stringKey("s"), "x")
      .withAttr(longKey("n"), 4200)
      .withAttr(doubleKey("d"), 0.5)
      .withAttr(booleanKey("b"), true)
      .withAttr(stringArrayKey("list"), listOf("a", "b"))
      .withAttr("s")
      .withAttr(longKey("n"))
      .withAttrSatisfying("n", "positive") { it as Long > 0 }
      .withAttrSatisfying(longKey("n"), "positive") { it > 0 }
      .withoutAttr("m")
      .withOnlyAttrs("s", "n", "d", "b", "list")
      .withKind(SpanKind.CLIENT)
      .withStatus(StatusCode.ERROR)
      .withStatus(StatusCode.ERROR, "down")
      .withEvent("retry")
      .withEvent("retry") { it.withAttr("attempt", 2) }
      .withEvent("retry") { event ->
        event.withAttr("attempt")
        event.withoutAttr("reason")
      }
      .withoutEvent("gave up")
      .withException(IllegalStateException::class.java)
      .withException(IllegalStateException::class.java, "down")
      .withLinkTo("top")
      .withLinkTo { it.isRoot() }
      .childOf("top")
      .childOf { it.withKind(SpanKind.INTERNAL).withChild("call") }
      .descendantOf("top")
      .descendantOf { it.isRoot() }
      .withScope("kotlin")
      .withoutChildren()
      .startedAfter("top")
      .once()
      .hasSpan("top")
      .withChild { it.withAttr("b", true) }
      .withChildren("call")
      .startedBefore("call")
      .isRoot()
      .and()
      .hasNoSpan("refund")
      .hasNoSpan("call") { it.withAttr("b", false) }
      .hasSpanCount(2)
      .hasSpanCountAtMost(2)
      .allSpans { it.withScope("kotlin") }
      .whenSpan("call") { it.withAttr("b", true) }
      .thenNoSpan("refund")
      .failedWith(IllegalStateException("down"))
      .hasShape("span top\nspan > call\n")
      .matches(TraceExpectation { Verdict.Matched() })

  TraceSoftAssertions().use { it.assertTrace(recording).hasSpan("call").once() }
}
