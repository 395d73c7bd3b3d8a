package io.spantree.golden;

import org.junit.jupiter.api.Tag;

/** The same for many seeds. */
@Tag("proof")
class StoreLawProofTest extends StoreLawTest {
  @Override
  int seeds() {
    return 300;
  }
}
