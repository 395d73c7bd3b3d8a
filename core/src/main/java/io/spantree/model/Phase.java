package io.spantree.model;

/** The part of a test in which a span began. */
public enum Phase {
  /** A constructor, {@code @BeforeEach} or {@code @AfterEach}. */
  FIXTURE,
  /** The test method itself. */
  BODY
}
