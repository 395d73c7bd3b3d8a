package io.spantree.golden;

import io.spantree.golden.noise.NoiseProperties;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A golden on the class path, where the sources are not there.
 *
 * @param place where it is
 * @param rules the files of rules for noise in its folder and above, the uppermost first
 */
record ClassPathGolden(URL place, List<URL> rules) {
  private static final String FOLDER = "golden/";

  /** The golden that the loader finds; null when there is none. */
  static @Nullable ClassPathGolden find(@Nullable ClassLoader loader, String name) {
    URL place = loader == null ? null : loader.getResource(FOLDER + name);
    if (loader == null || place == null) {
      return null;
    }
    String path = FOLDER + name;
    List<URL> rules = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      URL file = loader.getResource(path.substring(0, slash + 1) + NoiseProperties.FILE);
      if (file != null) {
        rules.add(file);
      }
    }
    return new ClassPathGolden(place, rules);
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
