package io.spantree.golden;

import io.spantree.golden.run.Hash;
import java.util.Locale;
import java.util.Set;

/** A file name that every file system takes; one that had to be changed gets a hash of the whole. */
public final class SafeName {
  private static final int LONGEST = 80;
  private static final int HASH_DIGITS = 8;
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "conin$", "conout$");

  private SafeName() {}

  static String of(String name) {
    StringBuilder safe = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      safe.append(isSafe(name.charAt(i)) ? name.charAt(i) : '_');
    }
    while (!safe.isEmpty() && safe.charAt(0) == '.') {
      safe.deleteCharAt(0);
    }
    boolean same = safe.toString().equals(name) && !isDevice(name) && !name.endsWith(".");
    if (same && !name.isEmpty() && name.length() <= LONGEST) {
      return name;
    }
    return withHash(safe.toString(), name);
  }

  /** For a name that differs from another only in case, which some file systems do not tell apart. */
  static String hashed(String name) {
    return withHash(name, name);
  }

  /** Whether the name may end in a hash, so that the original cannot be told from it. */
  public static boolean hasHash(String name) {
    int dash = name.length() - HASH_DIGITS - 1;
    return dash >= 0
        && name.charAt(dash) == '-'
        && name.substring(dash + 1).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static String withHash(String safe, String name) {
    String hash = "-" + Hash.of(name).substring(0, HASH_DIGITS);
    return safe.substring(0, Math.min(LONGEST - hash.length(), safe.length())) + hash;
  }

  private static boolean isSafe(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "._-$(),[]".indexOf(c) >= 0;
  }

  private static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
    boolean numbered = stem.length() == 4 && (stem.startsWith("com") || stem.startsWith("lpt"));
    return DEVICES.contains(stem) || numbered && Character.isDigit(stem.charAt(3));
  }
}
