package io.spantree.samples.rewards;

import io.opentelemetry.api.OpenTelemetry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * All that the engine runs on, inside one JVM: a primary and its replica, the queue for manual
 * reviews and a pool for the fraud reviews.
 *
 * <p>Nothing replicates by itself. The replica stands {@link #INITIAL_LAG} behind when the backend
 * opens, and stays there until {@link #replicate(Instant)}.
 */
public final class EmbeddedBackend implements AutoCloseable {
  private static final Duration INITIAL_LAG = Duration.ofMillis(240);

  private final OpenTelemetry openTelemetry;
  private final Clock clock;
  private final EmbeddedDatabase primary;
  private final EmbeddedDatabase replica;
  private final ManualReviewQueue manualReviews;
  private final ExecutorService fraudPool = fraudPoolOfOne();

  private EmbeddedBackend(
      OpenTelemetry openTelemetry,
      Clock clock,
      EmbeddedDatabase primary,
      EmbeddedDatabase replica) {
    this.openTelemetry = openTelemetry;
    this.clock = clock;
    this.primary = primary;
    this.replica = replica;
    this.manualReviews = new ManualReviewQueue(clock);
  }

  /** Opens fresh databases that no other backend shares. */
  public static EmbeddedBackend open(OpenTelemetry openTelemetry, Clock clock) {
    try {
      EmbeddedBackend backend = new EmbeddedBackend(
          openTelemetry,
          clock,
          EmbeddedDatabase.open("rewards"),
          EmbeddedDatabase.open("rewards_replica"));
      backend.replicate(clock.instant().minus(INITIAL_LAG));
      return backend;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  public Clock clock() {
    return clock;
  }

  /** The redemptions on the primary. */
  public RedemptionStore store() {
    return new RedemptionStore(new Database(openTelemetry, "rewards", primary.dataSource()));
  }

  /** The search for earlier redemptions on replica and primary. */
  public ReplicaFirstLookup lookup() {
    Database database = new Database(openTelemetry, "rewards_replica", replica.dataSource());
    return new ReplicaFirstLookup(new RedemptionStore(database), store(), clock);
  }

  public ManualReviewQueue manualReviews() {
    return manualReviews;
  }

  /** One daemon thread, {@code fraud-pool-1}; whoever hands it work brings the context. */
  public ExecutorService fraudPool() {
    return fraudPool;
  }

  /** Lets the replica catch up with what the primary wrote; the heartbeat is of the given time. */
  public void replicate(Instant beatAt) {
    try {
      new Replication(primary.dataSource(), replica.dataSource()).run(beatAt);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  @Override
  public void close() {
    fraudPool.shutdown();
    try (primary;
        replica) {
      // Both are closed here, the second also when the first fails.
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static ExecutorService fraudPoolOfOne() {
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), EmbeddedBackend::fraudThread);
    // A service that is never closed should not keep a thread for ever.
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread fraudThread(Runnable task) {
    Thread thread = new Thread(task, "fraud-pool-1");
    thread.setDaemon(true);
    return thread;
  }
}
