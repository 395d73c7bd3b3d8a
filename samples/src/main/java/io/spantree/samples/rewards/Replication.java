package io.spantree.samples.rewards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;

/** Brings the embedded replica up to date, as a database server would do by itself. */
final class Replication {
  private final DataSource primary;
  private final DataSource replica;

  Replication(DataSource primary, DataSource replica) {
    this.primary = primary;
    this.replica = replica;
  }

  /** Copies all redemptions, and the heartbeat that the primary wrote at the given time. */
  void run(Instant beatAt) throws SQLException {
    try (Connection from = primary.getConnection();
        Connection to = replica.getConnection()) {
      copyRedemptions(from, to);
      beat(to, beatAt);
    }
  }

  private static void copyRedemptions(Connection from, Connection to) throws SQLException {
    try (Statement select = from.createStatement();
        ResultSet rows = select.executeQuery("SELECT * FROM redemptions");
        PreparedStatement insert = to.prepareStatement(
            "INSERT INTO redemptions VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      while (rows.next()) {
        for (int column = 1; column <= 6; column++) {
          insert.setObject(column, rows.getObject(column));
        }
        insert.executeUpdate();
      }
    }
  }

  private static void beat(Connection to, Instant beatAt) throws SQLException {
    try (Statement delete = to.createStatement();
        PreparedStatement insert =
            to.prepareStatement("INSERT INTO replication_heartbeat VALUES (?)")) {
      delete.execute("DELETE FROM replication_heartbeat");
      insert.setObject(1, beatAt);
      insert.executeUpdate();
    }
  }
}
