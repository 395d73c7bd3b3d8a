package io.spantree.capture;

import io.spantree.model.Reading;
import java.util.ArrayList;
import java.util.List;

/** The likely reasons for a recording without spans, the surest first. */
final class WhyEmpty {
  private WhyEmpty() {}

  static List<String> reasons(Reading reading, int sampledOut, String sampler, int unclaimed) {
    List<String> reasons = new ArrayList<>();
    if (reading.fixture() > 0) {
      reasons.add(spans(reading.fixture()) + " began in a constructor or a fixture method such as"
          + " @BeforeEach, and none in the body of the test, which is what assertions see;"
          + " fixtures = true shows all.");
    }
    if (reading.ignored() > 0) {
      reasons.add(spans(reading.ignored()) + (reading.ignored() == 1 ? " was" : " were")
          + " recorded and left out by ignore.");
    }
    if (sampledOut > 0) {
      reasons.add("The sampler dropped what began: " + spans(sampledOut) + ", by "
          + (isDefault(sampler) ? "a remote parent with the flags 00 perhaps." : sampler + "."));
    }
    if (unclaimed > 0) {
      reasons.add("Root spans that began without a context while several tests were recording: "
          + unclaimed + ". They belong to no test; this one may have caused them.");
    }
    addGlobal(reasons);
    reasons.add("Was the code given another OpenTelemetry or Tracer, perhaps a no-op one? Inject"
        + " OpenTelemetry into the test and hand it to the code, or add RoutingSpanProcessor to the SDK"
        + " that it uses.");
    reasons.add("Did the code run, up to the line that starts the span?");
    return reasons;
  }

  private static String spans(int count) {
    return count + (count == 1 ? " span" : " spans");
  }

  private static boolean isDefault(String sampler) {
    return sampler.equals(SdkSettings.SAMPLER.getDescription());
  }

  private static void addGlobal(List<String> reasons) {
    GlobalSlot global = GlobalSlot.INSTANCE;
    if (!global.isHeld()) {
      reasons.add("What uses GlobalOpenTelemetry is not recorded here"
          + (GlobalMode.chosen() == GlobalMode.OFF
              ? ": " + GlobalMode.PROPERTY + " is off."
              : ": only @TraceTest and SpanRouter.holdGlobal() make it so."));
      return;
    }
    global
        .holder()
        .ifPresent(holder -> reasons.add("GlobalOpenTelemetry is held by " + holder
            + ". Spantree leaves it alone, and does not see its spans."));
    global
        .earlyNoop()
        .ifPresent(asker -> reasons.add("GlobalOpenTelemetry was asked for " + asker
            + " when nothing was set: a tracer cached there stays a no-op. "
            + GlobalMode.PROPERTY + "=session sets it before the first test."));
  }
}
