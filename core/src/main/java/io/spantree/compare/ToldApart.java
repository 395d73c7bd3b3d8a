package io.spantree.compare;

import io.spantree.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Names in two orders. Equal names that changed places say what tells them apart, the values that
 * differ or else their number in the order that was expected.
 */
final class ToldApart {
  /** Of more equal names the number says more than all that is in them. */
  private static final int MOST = 32;

  private final List<String> names;
  private final int[] began;
  private final IntFunction<Map<String, String>> traits;
  private final List<String> texts;

  private ToldApart(List<String> names, int[] began, IntFunction<Map<String, String>> traits) {
    this.names = names;
    this.began = began;
    this.traits = traits;
    this.texts = new ArrayList<>(names);
  }

  /**
   * Both orders in the notation.
   *
   * @param names the names in the order that was expected
   * @param began the positions of these names in the order that was recorded
   * @param traits what can be said of what stands at a position, in the notation
   */
  static Orders orders(
      List<String> names, List<Integer> began, IntFunction<Map<String, String>> traits) {
    int[] rank = new int[names.size()];
    for (int i = 0; i < rank.length; i++) {
      rank[began.get(i)] = i;
    }
    ToldApart apart = new ToldApart(names, rank, traits);
    apart.tell();
    Term wanted = Term.of(String.join(", ", apart.texts));
    Term was = Term.of(String.join(", ", began.stream().map(apart.texts::get).toList()));
    return new Orders(wanted, was);
  }

  /** Both sides of a finding. */
  record Orders(Term expected, Term actual) {}

  private void tell() {
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.computeIfAbsent(names.get(i), name -> new ArrayList<>(1)).add(i);
    }
    for (List<Integer> equal : byName.values()) {
      if (changedPlaces(equal) && !(equal.size() <= MOST && tellByTraits(equal))) {
        for (int i = 0; i < equal.size(); i++) {
          add(equal.get(i), " #" + (i + 1));
        }
      }
    }
  }

  private boolean changedPlaces(List<Integer> equal) {
    for (int i = 1; i < equal.size(); i++) {
      if (began[equal.get(i - 1)] > began[equal.get(i)]) {
        return true;
      }
    }
    return false;
  }

  private void add(int position, String what) {
    texts.set(position, names.get(position) + what);
  }

  /** False when they have all in common. */
  private boolean tellByTraits(List<Integer> equal) {
    List<Map<String, String>> all = new ArrayList<>();
    equal.forEach(position -> all.add(traits.apply(position)));
    List<String> chosen = chosen(all);
    if (distinct(all, chosen) < all.size()) {
      return false;
    }
    for (int i = 0; i < all.size(); i++) {
      List<String> said = said(all.get(i), chosen);
      said.removeIf(String::isEmpty);
      add(equal.get(i), said.isEmpty() ? "" : " (" + String.join(", ", said) + ")");
    }
    return true;
  }

  /** The first trait that tells all apart, or those that tell more of them apart one by one. */
  private static List<String> chosen(List<Map<String, String>> all) {
    Set<String> keys = new LinkedHashSet<>();
    all.forEach(each -> keys.addAll(each.keySet()));
    for (String key : keys) {
      if (distinct(all, List.of(key)) == all.size()) {
        return List.of(key);
      }
    }
    List<String> chosen = new ArrayList<>();
    for (String key : keys) {
      List<String> more = new ArrayList<>(chosen);
      more.add(key);
      if (distinct(all, more) > distinct(all, chosen)) {
        chosen = more;
      }
    }
    return chosen;
  }

  private static int distinct(List<Map<String, String>> all, List<String> keys) {
    Set<List<String>> said = new HashSet<>();
    all.forEach(each -> said.add(said(each, keys)));
    return said.size();
  }

  private static List<String> said(Map<String, String> traits, List<String> keys) {
    List<String> said = new ArrayList<>();
    for (String key : keys) {
      said.add(traits.getOrDefault(key, Traits.ifMissing(key)));
    }
    return said;
  }
}
