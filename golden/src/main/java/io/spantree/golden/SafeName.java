package io.spantree.golden;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** A file name that every file system takes; one that had to be changed gets a hash of the whole. */
public final class SafeName {
  private static final int LONGEST = 80;
  private static final int HASH_BYTES = 4;
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
    int dash = name.length() - 2 * HASH_BYTES - 1;
    return dash >= 0
        && name.charAt(dash) == '-'
        && name.substring(dash + 1).chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static String withHash(String safe, String name) {
    String hash = "-" + hash(name);
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

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
