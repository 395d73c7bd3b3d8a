package io.spantree.check;

import io.spantree.model.Evidence;
import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.FindingKind;
import io.spantree.model.Moment;
import io.spantree.model.SpanNode;
import io.spantree.model.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells which findings have one cause, so that a loop, or a pool of threads, yields one of them. */
final class SameCause {
  private SameCause() {}

  /** Of each cause the first finding, which stands for the others. */
  static List<Finding> merge(List<Finding> findings) {
    return mergeBy(mergeBy(findings, SameCause::span), SameCause::lines);
  }

  private static List<Finding> mergeBy(List<Finding> findings, Function<Finding, Object> cause) {
    Map<Object, List<Finding>> byCause = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byCause.computeIfAbsent(cause.apply(finding), first -> new ArrayList<>(1)).add(finding);
    }
    return byCause.values().stream().map(SameCause::first).toList();
  }

  private static Finding first(List<Finding> alike) {
    Finding first = alike.get(0);
    if (alike.size() == 1) {
      return first;
    }
    List<Finding> others = new ArrayList<>(first.alike());
    for (Finding other : alike.subList(1, alike.size())) {
      others.add(other.standingFor(List.of()));
      others.addAll(other.alike());
    }
    return first.standingFor(others);
  }

  /** All that came after the end of one span came too late because it was ended too early. */
  private static Object span(Finding finding) {
    boolean isWrite = finding.kind() == FindingKind.WRITE_AFTER_END;
    return isWrite && finding.span() != null ? finding.span() : new Object();
  }

  /** The lines of the program, and what is said of them. */
  private record Lines(
      FindingKind kind,
      String name,
      Part part,
      @Nullable Term actual,
      List<StackTraceElement> sites) {}

  private static Lines lines(Finding finding) {
    List<StackTraceElement> sites = new ArrayList<>();
    finding.moments().stream().map(Moment::site).filter(Objects::nonNull).forEach(sites::add);
    SpanNode span = finding.span();
    if (span != null) {
      span.evidence().flatMap(Evidence::startSite).ifPresent(sites::add);
    }
    List<String> names = finding.path().names();
    String name = names.isEmpty() ? "" : names.get(names.size() - 1);
    return new Lines(finding.kind(), name, finding.part(), finding.actual(), sites);
  }
}
