package io.spantree.compare;

import org.junit.jupiter.api.Tag;

/** The same at five times the size. */
@Tag("proof")
class HugeSizeTest extends HostileSizeTest {
  @Override
  int many() {
    return 100_000;
  }
}
