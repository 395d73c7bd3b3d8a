package io.spantree.samples.libraries;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import io.spantree.golden.GoldenTrace;
import io.spantree.junit.TraceTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@TraceTest
class JdbcTest {

  private static void placeOrders(OpenTelemetry openTelemetry) throws SQLException {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:shop"); // gone with its last connection
    DataSource traced = JdbcTelemetry.create(openTelemetry).wrap(h2);
    try (Connection connection = traced.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (id BIGINT, coins BIGINT)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO orders VALUES (?, ?)")) {
        for (int i = 0; i < 3; i++) {
          insert.setLong(1, i);
          insert.setLong(2, 4200);
          insert.executeUpdate();
        }
      }
      statement.executeQuery("SELECT coins FROM orders WHERE id = 2").close();
    }
  }

  // snippet: golden-trace
  @Test
  @GoldenTrace
  void three_inserts_and_a_query(OpenTelemetry openTelemetry) throws SQLException {
    placeOrders(openTelemetry);
  }

  // end

  @Tag("proof")
  @RepeatedTest(20)
  void the_golden_holds_over_20_runs(OpenTelemetry openTelemetry) throws SQLException {
    placeOrders(openTelemetry);

    assertTrace().matches(golden(LibraryGoldens.of(JdbcTest.class, "three_inserts_and_a_query")));
  }
}
