package io.spantree.golden;

import org.junit.jupiter.api.Tag;

/** The same for many seeds. */
@Tag("proof")
class AcceptLawProofTest extends AcceptLawTest {
  @Override
  int seeds() {
    return 500;
  }
}
