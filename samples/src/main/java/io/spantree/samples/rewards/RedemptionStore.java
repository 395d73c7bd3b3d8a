package io.spantree.samples.rewards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The redemptions in one database, the primary or a replica of it. */
public final class RedemptionStore {
  private static final String FIND =
      "SELECT request_id, customer_id, coins, partner, outcome, requested_at"
          + " FROM redemptions WHERE request_id = ?";

  private static final String INSERT =
      "INSERT INTO redemptions (request_id, customer_id, coins, partner, outcome, requested_at)"
          + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String HEARTBEAT = "SELECT beat_at FROM replication_heartbeat";

  private final Database database;

  RedemptionStore(Database database) {
    this.database = database;
  }

  Optional<Receipt> find(String requestId) {
    return database.select("redemptions", FIND, RedemptionStore::receipt, requestId);
  }

  /** Stores a receipt; false, and nothing changed, when the request is stored already. */
  boolean insert(Receipt receipt) {
    Redemption redemption = receipt.redemption();
    int inserted = database.insert(
        "redemptions",
        INSERT,
        redemption.requestId(),
        redemption.customerId(),
        redemption.coins(),
        redemption.partner(),
        receipt.outcome().label(),
        redemption.requestedAt());
    return inserted == 1;
  }

  /** When the primary last wrote the heartbeat that has arrived in this database. */
  Instant lastHeartbeat() {
    return database
        .select("replication_heartbeat", HEARTBEAT, row -> row.getObject("beat_at", Instant.class))
        .orElseThrow(() -> new IllegalStateException("replication has never run"));
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    Redemption redemption = new Redemption(
        row.getString("request_id"),
        row.getString("customer_id"),
        row.getLong("coins"),
        row.getString("partner"),
        row.getObject("requested_at", Instant.class));
    return new Receipt(redemption, Outcome.ofLabel(row.getString("outcome")), false);
  }
}
