package io.spantree.samples.rewards;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database in memory with the engine's tables; it lives until it is closed. */
final class EmbeddedDatabase implements AutoCloseable {
  private static final String SCHEMA = """
      CREATE TABLE redemptions (
        request_id VARCHAR PRIMARY KEY,
        customer_id VARCHAR NOT NULL,
        coins BIGINT NOT NULL,
        partner VARCHAR NOT NULL,
        outcome VARCHAR NOT NULL,
        requested_at TIMESTAMP(9) WITH TIME ZONE NOT NULL);
      CREATE TABLE replication_heartbeat (beat_at TIMESTAMP(9) WITH TIME ZONE NOT NULL);
      """;

  private final JdbcDataSource dataSource;
  private final Connection keptOpen;

  private EmbeddedDatabase(JdbcDataSource dataSource, Connection keptOpen) {
    this.dataSource = dataSource;
    this.keptOpen = keptOpen;
  }

  static EmbeddedDatabase open(String name) throws SQLException {
    JdbcDataSource dataSource = new JdbcDataSource();
    // Two engines in one JVM must not share a database; PostgreSQL mode has ON CONFLICT.
    dataSource.setURL("jdbc:h2:mem:" + name + "-" + UUID.randomUUID() + ";MODE=PostgreSQL");
    // H2 drops a database in memory with its last connection.
    Connection keptOpen = dataSource.getConnection();
    try (Statement statement = keptOpen.createStatement()) {
      statement.execute(SCHEMA);
    }
    return new EmbeddedDatabase(dataSource, keptOpen);
  }

  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() throws SQLException {
    keptOpen.close();
  }
}
