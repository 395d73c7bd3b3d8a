package io.spantree.golden.run;

import io.spantree.model.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A recording was compared with a golden.
 *
 * <p>{@code {"type":"compared","at":…,"test":{…},"name":"io/acme/OrderTest/queues.spans",
 * "golden":"/…","received":"/…","outcome":"differs","goldenHash":"…","receivedHash":"…",
 * "findings":[{"kind":"RENAMED","loss":false,"path":["a","b"],"owner":"event e","key":"k",
 * "expected":"4200","expectedType":"long","actual":"…","actualType":"…"}],"more":0,"moreLosses":0,"rules":["…"]}}
 *
 * <p>Each attempt of a test writes a line of its own; the last one counts.
 *
 * @param at when the line was written, which is before the received file was written or removed
 * @param test the test execution; null outside of JUnit
 * @param name how messages call the golden: its path inside the folder of goldens, with slashes
 * @param golden the absolute path of the golden, whether it exists or not
 * @param received the absolute path of the received file, which exists after {@code PENDING} and
 *     {@code DIFFERS}
 * @param outcome how it ended
 * @param goldenHash {@link Hash} of the golden that it was compared with; null when there was none
 * @param receivedHash {@link Hash} of what was received; null when nothing is to be accepted
 * @param findings the differences, heaviest first, without their spans; at most 1,000
 * @param more how many findings more there were
 * @param moreLosses how many of these were losses, see {@link Loss}
 * @param rules the rules for noise that were not the standard ones, as their text has it
 */
public record Compared(
    long at,
    @Nullable RanTest test,
    String name,
    Path golden,
    Path received,
    Outcome outcome,
    @Nullable String goldenHash,
    @Nullable String receivedHash,
    List<Finding> findings,
    int more,
    int moreLosses,
    List<String> rules)
    implements RunLine {

  private static final int MOST_FINDINGS = 1_000;

  public Compared {
    moreLosses += (int) findings.stream().skip(MOST_FINDINGS).filter(Loss::is).count();
    more += Math.max(0, findings.size() - MOST_FINDINGS);
    rules = List.copyOf(rules);
    findings = List.copyOf(findings.subList(0, Math.min(MOST_FINDINGS, findings.size())));
  }

  /** Whether accepting would give something up, see {@link Loss}. */
  public boolean hasLoss() {
    return moreLosses > 0 || findings.stream().anyMatch(Loss::is);
  }

  /** The same with its paths elsewhere. */
  public Compared relocated(UnaryOperator<Path> place) {
    return new Compared(
        at,
        test == null ? null : test.relocated(place),
        name,
        place.apply(golden),
        place.apply(received),
        outcome,
        goldenHash,
        receivedHash,
        findings,
        more,
        moreLosses,
        rules);
  }

  /** The line as JSON. */
  public JsonObject json() {
    return RunJson.json(this);
  }
}
