package io.spantree.report;

import org.junit.jupiter.api.Tag;

/** The same at the sizes that a test can reach at most, with texts of a megabyte. */
@Tag("proof")
class HugeReportTest extends HostileReportTest {
  @Override
  int many() {
    return 100_000;
  }
}
