package io.spantree.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The threads on which scopes of one capture were opened, and what is open there. */
final class ScopeWatch {
  private final CaptureHandle owner;
  private final Quiescence quiescence;
  private final Set<ThreadScopes> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sites = new AtomicInteger();

  ScopeWatch(CaptureHandle owner, Quiescence quiescence) {
    this.owner = owner;
    this.quiescence = quiescence;
  }

  void watch(ThreadScopes scopes) {
    threads.add(scopes);
  }

  /** Whether a scope without a span still gets its line: as many do as spans. */
  boolean looksForSite() {
    return sites.get() < SpanRecorder.MOST_SITES
        && sites.getAndIncrement() < SpanRecorder.MOST_SITES;
  }

  void changed() {
    quiescence.ended();
  }

  /** Whether a scope is open on another, living thread whose opener went away: a callback may come. */
  boolean awaitsCallback(Thread home) {
    boolean[] found = new boolean[1];
    forEachOpen(
        (thread, scope) -> found[0] |= thread != home && thread.isAlive() && !scope.isAtWork());
    return found[0];
  }

  /** What is open at the end of the test: leaks, unless the code that opened it is still at work. */
  void judge(Thread home, Consumer<TrackedScope> leak, Consumer<TrackedScope> stillRunning) {
    forEachOpen((thread, scope) -> {
      boolean over = thread == home || !thread.isAlive() || !scope.isAtWork();
      (over ? leak : stillRunning).accept(scope);
    });
  }

  private interface Visitor {
    void visit(Thread thread, TrackedScope scope);
  }

  private void forEachOpen(Visitor visitor) {
    for (ThreadScopes scopes : threads) {
      List<TrackedScope> outermostFirst = new ArrayList<>();
      for (TrackedScope at = scopes.top(); at != null; at = at.below()) {
        if (at.owner() == owner && !at.isAccountedFor()) {
          outermostFirst.add(0, at);
        }
      }
      outermostFirst.forEach(scope -> visitor.visit(scopes.thread(), scope));
    }
  }
}
