package io.spantree.golden;

import io.spantree.assertions.TraceExpectation;
import io.spantree.assertions.Verdict;
import io.spantree.golden.noise.NoiseRules;
import io.spantree.model.Recording;
import io.spantree.model.TestIdentity;
import io.spantree.report.GoldenText;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A golden file that a recording is expected to equal.
 *
 * <pre>{@code
 * assertTrace().matches(golden().leaveOut("host.name").propose("order.id", "<uuid>"));
 * }</pre>
 *
 * <p>Every method returns a new expectation. Rules for many tests stand in a {@code
 * golden.properties} beside their goldens, or in a folder above.
 */
public final class GoldenExpectation implements TraceExpectation {
  private static final AtomicBoolean SAID_OFF = new AtomicBoolean();

  private final Function<@Nullable TestIdentity, GoldenFiles> locate;
  private final NoiseRules rules;

  GoldenExpectation(Function<@Nullable TestIdentity, GoldenFiles> locate) {
    this(locate, NoiseRules.none());
  }

  private GoldenExpectation(
      Function<@Nullable TestIdentity, GoldenFiles> locate, NoiseRules rules) {
    this.locate = locate;
    this.rules = rules;
  }

  /**
   * Leaves attributes out of golden and comparison, unless the golden speaks of them.
   *
   * @param keys their keys, in which {@code *} stands for any characters
   */
  public GoldenExpectation leaveOut(String... keys) {
    return new GoldenExpectation(locate, rules.leaveOut(keys));
  }

  /**
   * Proposes a matcher where an attribute is first recorded, if it accepts the value.
   *
   * @param key the key, in which {@code *} stands for any characters
   * @param matcher in the notation, such as {@code <uuid>} or {@code <range 0..100>}
   * @throws io.spantree.outline.OutlineSyntaxException when it is not in the notation
   */
  public GoldenExpectation propose(String key, String matcher) {
    return new GoldenExpectation(locate, rules.propose(key, matcher));
  }

  /**
   * Writes attributes as they are recorded, whatever the other rules say.
   *
   * @param keys their keys, in which {@code *} stands for any characters
   */
  public GoldenExpectation keep(String... keys) {
    return new GoldenExpectation(locate, rules.keep(keys));
  }

  @Override
  public Verdict verify(Recording recording) {
    if (GoldenMode.current() == GoldenMode.OFF) {
      if (!SAID_OFF.getAndSet(true)) {
        System.err.println(GoldenText.off());
      }
      return new Verdict.Matched();
    }
    GoldenFiles files = locate.apply(recording.test());
    Ledger ledger = Ledger.of(files.golden());
    synchronized (ledger) {
      return new GoldenCheck(files, ledger, rules, recording).verdict();
    }
  }
}
