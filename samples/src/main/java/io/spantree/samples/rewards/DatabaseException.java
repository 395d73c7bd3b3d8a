package io.spantree.samples.rewards;

import java.sql.SQLException;

/** A database that the engine needs did not do what was asked. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super(cause);
  }
}
