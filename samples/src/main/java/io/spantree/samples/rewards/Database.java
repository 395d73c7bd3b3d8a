package io.spantree.samples.rewards;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.semconv.DbAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs statements on one database, each in a CLIENT span by the semantic conventions. */
final class Database {
  private final Tracer tracer;
  private final String namespace;
  private final DataSource dataSource;

  Database(OpenTelemetry openTelemetry, String namespace, DataSource dataSource) {
    this.tracer = Spans.tracer(openTelemetry);
    this.namespace = namespace;
    this.dataSource = dataSource;
  }

  /** The first row that a query finds. */
  <T> Optional<T> select(String collection, String sql, RowReader<T> reader, Object... parameters) {
    return execute("SELECT", collection, sql, parameters, statement -> {
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
      }
    });
  }

  /** Inserts rows and tells how many. */
  int insert(String collection, String sql, Object... parameters) {
    return execute("INSERT", collection, sql, parameters, PreparedStatement::executeUpdate);
  }

  private <T> T execute(
      String operation, String collection, String sql, Object[] parameters, Call<T> call) {
    Span span = tracer
        .spanBuilder(operation + " " + collection)
        .setSpanKind(SpanKind.CLIENT)
        // The conventions name H2 so; their Java constants hold the stable names only.
        .setAttribute(DbAttributes.DB_SYSTEM_NAME, "h2database")
        .setAttribute(DbAttributes.DB_NAMESPACE, namespace)
        .setAttribute(DbAttributes.DB_COLLECTION_NAME, collection)
        .setAttribute(DbAttributes.DB_OPERATION_NAME, operation)
        .setAttribute(DbAttributes.DB_QUERY_TEXT, sql)
        .startSpan();
    // No status on success: the conventions leave OK to the application that used the client.
    return Spans.within(span, () -> onConnection(sql, parameters, call, span));
  }

  private <T> T onConnection(String sql, Object[] parameters, Call<T> call, Span span) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return call.on(statement);
    } catch (SQLException e) {
      span.setAttribute(DbAttributes.DB_RESPONSE_STATUS_CODE, e.getSQLState());
      throw new DatabaseException(e);
    }
  }

  /** Makes a value of the current row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private interface Call<T> {
    T on(PreparedStatement statement) throws SQLException;
  }
}
