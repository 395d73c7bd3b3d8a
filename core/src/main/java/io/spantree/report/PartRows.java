package io.spantree.report;

import io.spantree.model.Finding;
import io.spantree.model.Finding.Part;
import io.spantree.model.Term;
import io.spantree.outline.Notation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows below a span: one for each attribute, event and link that differs. */
final class PartRows {
  private static final String ATTRIBUTE = "    ";
  private static final String PART_ATTRIBUTE = "      . ";

  private final Rows rows;
  private @Nullable String owner;
  private final Set<Part> written = new HashSet<>();

  PartRows(Rows rows) {
    this.rows = rows;
  }

  void add(List<Finding> findings) {
    Map<Object, List<Finding>> same = new LinkedHashMap<>();
    for (Finding finding : findings) {
      same.computeIfAbsent(row(finding), row -> new ArrayList<>(1)).add(finding);
    }
    for (List<Finding> each : same.values()) {
      Finding first = each.get(0);
      if (isOfLink(first)) {
        link(first);
      } else if (first.part().key() == null) {
        String part = Objects.toString(first.part().owner(), "");
        rows.add(margin(first), ATTRIBUTE + Clip.event(part), "");
      } else {
        attribute(each);
      }
    }
  }

  /** A key stands once below a span, also when much was asked of it in vain. */
  private static Object row(Finding finding) {
    return finding.part().key() == null || isOfLink(finding)
        ? new Object()
        : new AttributeRow(finding.part(), finding.actual());
  }

  private record AttributeRow(Part part, @Nullable Term actual) {}

  private static boolean isOfLink(Finding finding) {
    String owner = finding.part().owner();
    return owner != null && owner.startsWith("link");
  }

  /** In words: a link without the labels of its target would not be in the notation. */
  private void link(Finding finding) {
    String key = finding.part().key();
    String what = key == null ? "link" : "link: " + Clip.name(Notation.key(key));
    Wording.Pair pair = Wording.pair(finding);
    String text = finding.expected() == null
        ? what + " " + pair.actual()
        : finding.actual() == null
            ? what + " " + pair.expected() + " is missing"
            : what + " " + pair.actual() + ", expected " + pair.expected();
    rows.add(margin(finding), ATTRIBUTE + "# " + text, "");
  }

  private static char margin(Finding finding) {
    return finding.expected() == null ? '+' : finding.actual() == null ? '-' : '~';
  }

  private void attribute(List<Finding> same) {
    Finding finding = same.get(0);
    header(finding.part());
    String name = (finding.part().owner() == null ? ATTRIBUTE : PART_ATTRIBUTE)
        + Clip.name(Notation.key(Objects.requireNonNull(finding.part().key()))) + " = ";
    Set<String> comments = new LinkedHashSet<>();
    String value = value(finding, comments);
    for (Finding other : same.subList(1, same.size())) {
      if (!Objects.equals(other.expected(), finding.expected())) {
        comments.add(expected(other));
      }
    }
    rows.add(margin(finding), name + value, String.join("; ", comments));
  }

  /** The event that has the attribute, and once more where another one of its name begins. */
  private void header(Part part) {
    if (!Objects.equals(part.owner(), owner) || part.owner() != null && written.contains(part)) {
      written.clear();
      owner = part.owner();
      if (owner != null) {
        rows.add(' ', ATTRIBUTE + Clip.event(owner), "");
      }
    }
    written.add(part);
  }

  private static String value(Finding finding, Set<String> comments) {
    Term expected = finding.expected();
    if (finding.actual() == null) {
      boolean words = expected != null && expected.isWords();
      comments.add("missing");
      if (words) {
        comments.add(expected(finding));
      }
      return words ? "<any>" : notation(expected);
    }
    if (expected != null) {
      comments.add(expected(finding));
    }
    return notation(finding.actual());
  }

  private static String expected(Finding finding) {
    return "expected " + Wording.pair(finding).expected();
  }

  private static String notation(@Nullable Term term) {
    return term == null ? "" : Clip.value(term.notation());
  }
}
