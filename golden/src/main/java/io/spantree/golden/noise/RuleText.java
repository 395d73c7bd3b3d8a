package io.spantree.golden.noise;

import io.spantree.model.Glob;
import java.util.ArrayList;
import java.util.List;

/** Rules as a run record keeps them: a word, the keys, a matcher, with tabs between. */
final class RuleText {
  private static final String SCOPE = "library-scope";
  private static final String LEAVE_OUT = "leave-out";
  private static final String KEEP = "keep";
  private static final String PROPOSE = "propose";

  private RuleText() {}

  static List<String> print(List<Glob> scopes, List<NoiseRules.Rule> rules) {
    List<String> texts = new ArrayList<>();
    scopes.forEach(scope -> texts.add(SCOPE + "\t" + scope.pattern()));
    for (NoiseRules.Rule rule : rules) {
      String keys = rule.keys().pattern();
      if (rule.treatment() instanceof Treatment.LeaveOut) {
        texts.add(LEAVE_OUT + "\t" + keys);
      } else if (rule.treatment() instanceof Treatment.Keep) {
        texts.add(KEEP + "\t" + keys);
      } else if (rule.treatment() instanceof Treatment.Propose propose) {
        texts.add(PROPOSE + "\t" + keys + "\t" + propose.matcher().notation());
      }
    }
    return texts;
  }

  static NoiseRules add(String text, NoiseRules rules) {
    String[] words = text.split("\t", 3);
    String keys = words.length > 1 ? words[1] : "";
    return switch (words[0] + " " + words.length) {
      case SCOPE + " 2" -> rules.libraryScopes(keys);
      case LEAVE_OUT + " 2" -> rules.leaveOut(keys);
      case KEEP + " 2" -> rules.keep(keys);
      case PROPOSE + " 3" -> rules.propose(keys, words[2]);
      default -> throw new IllegalArgumentException("\"" + text + "\" is no rule for noise");
    };
  }
}
