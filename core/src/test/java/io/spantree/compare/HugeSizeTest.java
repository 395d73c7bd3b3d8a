package io.spantree.compare;

import org.junit.jupiter.api.Tag;

/** The same at the sizes that a test can reach at most. */
@Tag("proof")
class HugeSizeTest extends HostileSizeTest {
  @Override
  int many() {
    return 100_000;
  }

  @Override
  int deep() {
    return 100_000;
  }
}
