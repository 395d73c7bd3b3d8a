package io.spantree.golden;

import io.spantree.model.Recording;
import io.spantree.outline.AttributeLine;
import io.spantree.outline.EventLine;
import io.spantree.outline.Multiplicity;
import io.spantree.outline.OpenPart;
import io.spantree.outline.Outline;
import io.spantree.outline.OutlinePrinter;
import io.spantree.outline.RecordedOutline;
import io.spantree.outline.SpanLine;
import io.spantree.outline.TraceOutline;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A golden of a recording as a person would edit it: with comments, matchers and looser counts. */
final class RandomGolden {
  private final Random random;
  private int unique = 1000;

  RandomGolden(Random random) {
    this.random = random;
  }

  /** It describes the recording, unless an order or a name matcher happens not to fit. */
  Outline of(Recording recording) {
    Outline exact = RecordedOutline.of(recording);
    List<TraceOutline> traces = exact.traces().stream().map(this::trace).toList();
    boolean more = random.nextInt(10) == 0;
    Outline golden = new Outline(traces, more, comments());
    // what is above "... traces" or a first trace without a line belongs to the line that follows
    return Outline.parse(OutlinePrinter.printFile(golden));
  }

  private TraceOutline trace(TraceOutline trace) {
    List<SpanLine> lines = new ArrayList<>();
    for (SpanLine line : trace.spans()) {
      lines.add(line(line));
      if (random.nextInt(12) == 0) {
        lines.add(optional(line.depth() + 1));
      }
    }
    return new TraceOutline(trace.name(), trace.multiplicity(), lines, comments());
  }

  private SpanLine optional(int depth) {
    String count = random.nextBoolean() ? "x0.." : "x0";
    String line = "# c" + unique++ + "\nspan optional" + unique++ + " " + count;
    return SpanLines.at(
        Outline.parse(line).traces().get(0).spans().get(0),
        depth,
        random.nextBoolean() ? new Multiplicity(0, 3) : Multiplicity.exactly(0));
  }

  private SpanLine line(SpanLine line) {
    Set<OpenPart> open = EnumSet.noneOf(OpenPart.class);
    List<AttributeLine> attributes = attributes(line.attributes());
    if (random.nextInt(8) == 0 && !attributes.isEmpty()) {
      open.add(OpenPart.ATTRIBUTES);
      attributes = attributes.subList(1, attributes.size());
    }
    if (random.nextInt(8) == 0) {
      open.add(OpenPart.values()[random.nextInt(4)]);
    }
    return new SpanLine(
        line.depth(),
        random.nextInt(12) == 0 ? matcher("</" + line.name().literalText() + "|z/>") : line.name(),
        line.kind(),
        line.status(),
        false,
        random.nextInt(6) == 0,
        times(line.multiplicity()),
        line.label(),
        line.remoteParent(),
        line.states(),
        attributes,
        line.events().stream().map(this::event).toList(),
        line.links(),
        open,
        comments());
  }

  private Multiplicity times(Multiplicity exact) {
    return switch (random.nextInt(10)) {
      case 0 -> new Multiplicity(0, exact.most() + 1);
      case 1 -> new Multiplicity(1, Multiplicity.UNBOUNDED);
      default -> exact;
    };
  }

  private List<AttributeLine> attributes(List<AttributeLine> exact) {
    return exact.stream()
        .map(line -> new AttributeLine(line.key(), value(line.value()), comments()))
        .toList();
  }

  private EventLine event(EventLine exact) {
    boolean more = random.nextInt(6) == 0;
    ValuePattern name = random.nextInt(8) == 0 ? matcher("<string>") : exact.name();
    return new EventLine(name, attributes(exact.attributes()), more, comments());
  }

  private ValuePattern value(ValuePattern exact) {
    return switch (random.nextInt(8)) {
      case 0 -> matcher("<any>");
      case 1, 2 -> matcher("<range 0.." + unique++ + ">");
      case 3 -> random.nextInt(6) == 0 ? matcher("<long#same" + random.nextInt(2) + ">") : exact;
      default -> exact;
    };
  }

  static ValuePattern matcher(String notation) {
    String line = "span a\n    k = " + notation;
    return Outline.parse(line)
        .traces()
        .get(0)
        .spans()
        .get(0)
        .attributes()
        .get(0)
        .value();
  }

  private List<String> comments() {
    return random.nextInt(6) == 0 ? List.of("# c" + unique++) : List.of();
  }
}
