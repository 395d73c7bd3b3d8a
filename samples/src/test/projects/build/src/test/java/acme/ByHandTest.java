package acme;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static org.junit.Assert.assertEquals;

import io.spantree.capture.GlobalHold;
import io.spantree.capture.SpanCapture;
import io.spantree.capture.SpanRouter;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A test of JUnit 4. */
public class ByHandTest {
  private GlobalHold global;
  private SpanCapture capture;

  @Before
  public void start() {
    global = SpanRouter.holdGlobal();
    capture = SpanCapture.start();
  }

  @After
  public void close() {
    capture.close();
    global.close();
  }

  @Test
  public void records_the_injected_sdk() {
    capture.openTelemetry().getTracer("acme").spanBuilder("by hand").startSpan().end();
    assertTrace().hasExactShape("span \"by hand\"");
  }

  @Test
  public void records_the_global() {
    Code.run("cached");
    assertEquals(1, capture.awaitRecording().spans().size());
  }
}
