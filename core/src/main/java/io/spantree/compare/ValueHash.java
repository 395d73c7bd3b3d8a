package io.spantree.compare;

import io.spantree.model.AttributeValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of 64 bits over all bits of a value.
 *
 * <p>{@link Object#hashCode()} will not do: it takes 0 for -1 and "FB" for "Ea", and what hashes
 * alike is paired without a look.
 */
final class ValueHash {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private ValueHash() {}

  static long of(AttributeValue value) {
    return join(of(value.type().word()), ofContent(value.value()));
  }

  private static long ofContent(Object value) {
    if (value instanceof String text) {
      return of(text);
    } else if (value instanceof Long number) {
      return number;
    } else if (value instanceof Double number) {
      return Double.doubleToLongBits(number);
    } else if (value instanceof List<?> elements) {
      return ofElements(elements);
    } else if (value instanceof Map<?, ?> entries) {
      return join(ofElements(entries.keySet()), ofElements(entries.values()));
    } else if (value instanceof ByteBuffer bytes) {
      return of(bytes);
    }
    return value instanceof AttributeValue inner ? of(inner) : value.hashCode(); // a boolean
  }

  private static long ofElements(Iterable<?> elements) {
    long hash = 1;
    for (Object element : elements) {
      hash = join(hash, ofContent(element));
    }
    return hash;
  }

  private static long of(ByteBuffer bytes) {
    long hash = bytes.remaining();
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      hash = hash * FACTOR + bytes.get(i);
    }
    return hash;
  }

  /** Four characters at a time; null is as no text. */
  static long of(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    int length = text.length();
    long hash = length;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      long four = text.charAt(i)
          | (long) text.charAt(i + 1) << 16
          | (long) text.charAt(i + 2) << 32
          | (long) text.charAt(i + 3) << 48;
      hash = mix(hash ^ four);
    }
    for (; i < length; i++) {
      hash = hash * FACTOR + text.charAt(i);
    }
    return hash;
  }

  /** A hash of both, in this order. */
  static long join(long left, long right) {
    return mix(left * FACTOR + mix(right));
  }

  /** The finaliser of SplitMix64: spreads each bit over all others. */
  static long mix(long value) {
    long z = value + FACTOR;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
