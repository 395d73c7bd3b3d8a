package io.spantree.junit;

import io.spantree.capture.LateListener;
import io.spantree.capture.Settings;
import io.spantree.model.Finding;
import io.spantree.model.UnclaimedSpan;
import io.spantree.report.LateText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * What happens on behalf of the tests of one class after they have ended, until the class ends.
 *
 * <p>It stands in the report of the class: JUnit has finished those of its tests.
 */
final class LateReport implements CloseableResource, AutoCloseable {
  /** Set to {@code fail}, it fails the class, because the tests have passed already. */
  static final String PROPERTY = "spantree.late";

  private static final Namespace NAMESPACE = Namespace.create(LateReport.class);
  private static final int MOST_OF_A_TEST = 20;

  private final ExtensionContext testClass;
  private final Map<String, Lines> byTest = new LinkedHashMap<>(); // guarded by this
  private boolean closed; // guarded by this

  private LateReport(ExtensionContext testClass) {
    this.testClass = testClass;
  }

  /** Whether it fails the class. */
  static boolean fails() {
    return Settings.choice(PROPERTY, "show", "fail").equals("fail");
  }

  /** Leads to the report of the test's class, and to nothing of the test itself. */
  static LateListener listener(ExtensionContext test) {
    ExtensionContext testClass = test;
    while (testClass.getTestMethod().isPresent()) {
      testClass = testClass.getParent().orElseThrow();
    }
    ExtensionContext of = testClass;
    LateReport report = of.getStore(NAMESPACE)
        .getOrComputeIfAbsent(of.getUniqueId(), id -> new LateReport(of), LateReport.class);
    return report
    .new OfTest(test.getRequiredTestClass().getSimpleName() + " > " + test.getDisplayName());
  }

  private final class OfTest implements LateListener {
    private final String test;

    OfTest(String test) {
      this.test = test;
    }

    @Override
    public void found(Finding fault) {
      add(test, LateText.found(fault));
    }

    @Override
    public void began(UnclaimedSpan span) {
      add(test, List.of(LateText.began(span)));
    }
  }

  private static final class Lines {
    private final List<String> lines = new ArrayList<>();
    private int kept;
    private int more;
  }

  /** On the thread of the user's code, which waits for nothing else here. */
  private synchronized void add(String test, List<String> lines) {
    if (closed) {
      return;
    }
    Lines ofTest = byTest.computeIfAbsent(test, first -> new Lines());
    if (ofTest.kept++ < MOST_OF_A_TEST) {
      ofTest.lines.addAll(lines);
    } else {
      ofTest.more++;
    }
  }

  /** JUnit does this at the end of the class. */
  @Override
  public void close() {
    List<String> texts = finish();
    texts.forEach(text -> testClass.publishReportEntry(PROPERTY, text));
    if (!texts.isEmpty() && fails()) {
      throw new AssertionError(String.join("\n", texts));
    }
  }

  private synchronized List<String> finish() {
    closed = true;
    List<String> texts = new ArrayList<>();
    byTest.forEach((test, found) -> texts.add(text(test, found)));
    byTest.clear();
    return texts;
  }

  private static String text(String test, Lines found) {
    List<String> lines = new ArrayList<>(found.lines);
    if (found.more > 0) {
      lines.add(LateText.more(found.more));
    }
    return LateText.headline(test) + "\n  " + String.join("\n  ", lines);
  }
}
