package io.spantree.benchmarks;

import io.spantree.compare.Comparison;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to compare recorded spans with a shape or a golden, and to report what differs. */
public class ShapeBenchmark {

  /** Ten thousand spans of which all names and parents are described. */
  @State(Scope.Thread)
  public static class Tree {
    private final Sides sides = passing(SpanTree.ofDistinctSiblings(10_000, 10));
  }

  /** A thousand siblings of different names. */
  @State(Scope.Thread)
  public static class Siblings {
    private final Sides sides = passing(SpanTree.ofDistinctSiblings(1_001, 1_000));
  }

  /** A thousand siblings of one name, each with a changed value. */
  @State(Scope.Thread)
  public static class Changed {
    private final ChangedSiblings siblings = Sides.agreeing(new ChangedSiblings(1_000), false);
  }

  /** A golden of ten thousand spans and a changed attribute. */
  @State(Scope.Thread)
  public static class Golden {
    private final ChangedGolden golden = new ChangedGolden(10_000);
  }

  /** A million spans of which only the root is described. */
  @State(Scope.Thread)
  public static class Million {
    private final RootShape shape = new RootShape(1_000_000);
  }

  /** So many spans of which all names and parents are described. */
  @State(Scope.Thread)
  public static class AnySize {
    @Param("100")
    private int spans;

    private @Nullable Passing passing;

    @Setup
    public void make() {
      passing = new Passing(spans);
    }
  }

  private static Sides passing(SpanTree tree) {
    return Sides.agreeing(ExactShape.of(tree, tree.spans()), true);
  }

  @Benchmark
  public boolean tree(Tree tree) {
    return tree.sides.ours();
  }

  @Benchmark
  public boolean treeByPeer(Tree tree) {
    return tree.sides.peer();
  }

  @Benchmark
  @Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
  public boolean anySize(AnySize size) {
    return Objects.requireNonNull(size.passing).matches();
  }

  @Benchmark
  public boolean siblings(Siblings siblings) {
    return siblings.sides.ours();
  }

  @Benchmark
  public boolean siblingsByPeer(Siblings siblings) {
    return siblings.sides.peer();
  }

  @Benchmark
  public String changedSiblings(Changed changed) {
    return changed.siblings.report();
  }

  @Benchmark
  public String changedGolden(Golden golden) {
    return golden.golden.report();
  }

  @Benchmark
  @Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
  public Comparison root(Million million) {
    return million.shape.compare();
  }
}
