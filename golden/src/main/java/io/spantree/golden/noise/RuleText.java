package io.spantree.golden.noise;

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
    scopes.forEach(scope -> texts.add(SCOPE + "\t" + scope.text()));
    for (NoiseRules.Rule rule : rules) {
      String keys = rule.keys().text();
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
    if (words.length == 2) {
      switch (words[0]) {
        case SCOPE:
          return rules.libraryScopes(words[1]);
        case LEAVE_OUT:
          return rules.leaveOut(words[1]);
        case KEEP:
          return rules.keep(words[1]);
        default:
          break;
      }
    } else if (words.length == 3 && words[0].equals(PROPOSE)) {
      return rules.propose(words[1], words[2]);
    }
    throw new IllegalArgumentException("\"" + text + "\" is no rule for noise");
  }
}
