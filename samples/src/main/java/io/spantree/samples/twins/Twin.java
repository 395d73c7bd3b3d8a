package io.spantree.samples.twins;

import io.opentelemetry.api.OpenTelemetry;
import java.util.List;

/**
 * A correct operation of the rewards domain, and its twin that does the same and breaks what the
 * trace says of it.
 *
 * @param bug the class of the bug, such as {@code B06}
 * @param name what goes wrong, in a few words
 * @param correct the operation as it should be
 * @param broken its twin
 */
public record Twin(String bug, String name, Operation correct, Operation broken) {

  /** Something that a service does. */
  public interface Operation {
    void run(OpenTelemetry openTelemetry) throws Exception;
  }

  /** All twins that can be told without an expectation. */
  public static List<Twin> all() {
    return List.copyOf(TwinCorpus.all());
  }

  @Override
  public String toString() {
    return bug + " " + name;
  }
}
