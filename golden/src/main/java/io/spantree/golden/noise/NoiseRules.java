package io.spantree.golden.noise;

import io.spantree.model.Glob;
import io.spantree.outline.ValuePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which attributes differ from run to run without meaning, by key.
 *
 * <p>Rules are typed and per key, and a later rule stands above an earlier one. A rule never touches
 * what a golden says already: a key that stands in it is compared, a value is replaced by a matcher
 * only when it is recorded for the first time.
 */
public final class NoiseRules {
  private static final NoiseRules STANDARD =
      new NoiseRules(StandardNoise.SCOPES, StandardNoise.RULES);
  private static final Treatment NO_RULE = new Treatment.ByShape();

  /**
   * A rule for the keys that the glob matches.
   *
   * @param libraryOnly whether it is for the spans of library scopes only
   */
  record Rule(Glob keys, boolean libraryOnly, Treatment treatment) {}

  private record Place(String key, boolean library) {}

  private final List<Glob> scopes;
  private final List<Rule> rules;
  private final Map<String, Boolean> knownScopes = new ConcurrentHashMap<>();
  private final Map<Place, Treatment> known = new ConcurrentHashMap<>();

  private NoiseRules(List<Glob> scopes, List<Rule> rules) {
    this.scopes = List.copyOf(scopes);
    this.rules = List.copyOf(rules);
  }

  /** The rules for what OpenTelemetry's own instrumentation is known to record. */
  public static NoiseRules standard() {
    return STANDARD;
  }

  /** Adds scopes whose spans are a library's; {@code *} stands for any characters. */
  public NoiseRules libraryScopes(String... names) {
    List<Glob> more = new ArrayList<>(scopes);
    for (String name : names) {
      more.add(new Glob(name));
    }
    return new NoiseRules(more, rules);
  }

  /** Leaves keys out of golden and comparison; {@code *} stands for any characters. */
  public NoiseRules leaveOut(String... keys) {
    return with(new Treatment.LeaveOut(), keys);
  }

  /** Leaves keys as they are, whatever the rules until now say. */
  public NoiseRules keep(String... keys) {
    return with(new Treatment.Keep(), keys);
  }

  /**
   * Proposes a matcher where the key is first recorded, if it accepts the value.
   *
   * @param key the key, in which {@code *} stands for any characters
   * @param matcher in the notation, such as {@code <uuid>} or {@code <range 0..100>}
   * @throws io.spantree.outline.OutlineSyntaxException when it is not in the notation
   */
  public NoiseRules propose(String key, String matcher) {
    return propose(key, matcher, "the matcher for " + key);
  }

  NoiseRules propose(String key, String matcher, String source) {
    return with(new Treatment.Propose(ValuePattern.parse(matcher, source)), key);
  }

  private NoiseRules with(Treatment treatment, String... keys) {
    List<Rule> more = new ArrayList<>(rules);
    for (String key : keys) {
      more.add(new Rule(new Glob(key), false, treatment));
    }
    return new NoiseRules(scopes, more);
  }

  /** What stands above the standard rules, in text that {@link #ofTexts} reads. */
  public List<String> texts() {
    return RuleText.print(
        scopes.subList(STANDARD.scopes.size(), scopes.size()),
        rules.subList(STANDARD.rules.size(), rules.size()));
  }

  /**
   * The standard rules, and above them those of the texts.
   *
   * @throws IllegalArgumentException when one is no such text
   */
  public static NoiseRules ofTexts(List<String> texts) {
    NoiseRules rules = STANDARD;
    for (String text : texts) {
      rules = RuleText.add(text, rules);
    }
    return rules;
  }

  /** These rules, and the other ones above them. */
  public NoiseRules and(NoiseRules other) {
    List<Glob> allScopes = new ArrayList<>(scopes);
    allScopes.addAll(other.scopes);
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(other.rules);
    return new NoiseRules(allScopes, all);
  }

  /** No rules at all, to be put above others. */
  public static NoiseRules none() {
    return new NoiseRules(List.of(), List.of());
  }

  boolean isLibrary(String scope) {
    return knownScopes.computeIfAbsent(
        scope, name -> scopes.stream().anyMatch(glob -> glob.matches(name)));
  }

  boolean leavesOut(String key, boolean library) {
    return treatment(key, library) instanceof Treatment.LeaveOut;
  }

  Treatment treatment(String key, boolean library) {
    return known.computeIfAbsent(new Place(key, library), this::find);
  }

  private Treatment find(Place place) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      if ((place.library() || !rule.libraryOnly()) && rule.keys().matches(place.key())) {
        return rule.treatment();
      }
    }
    return NO_RULE;
  }
}
