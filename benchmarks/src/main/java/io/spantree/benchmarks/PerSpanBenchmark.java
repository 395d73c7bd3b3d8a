package io.spantree.benchmarks;

import io.opentelemetry.api.trace.Tracer;
import io.spantree.capture.SpanCapture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a span costs that is started and ended while a test records.
 *
 * <p>A capture looks for the start sites of its first 10,000 spans. To measure without, each side
 * records as many before the clock starts.
 */
public class PerSpanBenchmark {
  static final int SITES = 10_000;
  static final int SPANS = 5_000;
  static final int FRAMES = 70;

  /** Records with us. */
  @State(Scope.Thread)
  public static class Ours {
    @SuppressWarnings("NullAway.Init") // JMH opens it before it asks
    private SpanCapture capture;

    @Setup(Level.Invocation)
    public void open() {
      capture = SpanCapture.start();
    }

    Tracer tracer() {
      return capture.openTelemetry().getTracer("benchmarks");
    }

    int spans() {
      return capture.recording().spans().size();
    }

    @TearDown(Level.Invocation)
    public void close() {
      capture.close();
    }
  }

  /** Records with us, and has used up its start sites. */
  public static class OursWithoutSites extends Ours {
    @Override
    @Setup(Level.Invocation)
    public void open() {
      super.open();
      SpanWork.record(tracer(), SITES);
    }
  }

  /** Records with the peer. */
  @State(Scope.Thread)
  public static class Peer {
    @SuppressWarnings("NullAway.Init") // JMH opens it before it asks
    private PeerSdk sdk;

    @Setup(Level.Invocation)
    public void open() {
      sdk = new PeerSdk();
    }

    Tracer tracer() {
      return sdk.tracer();
    }

    int spans() {
      return sdk.spans();
    }

    @TearDown(Level.Invocation)
    public void close() {
      sdk.close();
    }
  }

  /** Records with the peer as many spans as {@link OursWithoutSites}. */
  public static class PeerWithoutSites extends Peer {
    @Override
    @Setup(Level.Invocation)
    public void open() {
      super.open();
      SpanWork.record(tracer(), SITES);
    }
  }

  @Benchmark
  @OperationsPerInvocation(SPANS)
  public void ours(OursWithoutSites ours) {
    SpanWork.record(ours.tracer(), SPANS);
  }

  @Benchmark
  @OperationsPerInvocation(SPANS)
  public void peer(PeerWithoutSites peer) {
    SpanWork.record(peer.tracer(), SPANS);
  }

  @Benchmark
  @OperationsPerInvocation(SPANS)
  public int oursWithSites(Ours ours) {
    return SpanWork.recordDeep(ours.tracer(), SPANS, FRAMES);
  }

  @Benchmark
  @OperationsPerInvocation(SPANS)
  public int peerDeep(Peer peer) {
    return SpanWork.recordDeep(peer.tracer(), SPANS, FRAMES);
  }
}
