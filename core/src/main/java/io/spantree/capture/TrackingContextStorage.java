package io.spantree.capture;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.context.SettableContextStorageProvider;
import org.jspecify.annotations.Nullable;

/**
 * The context storage of the JVM while tests record: it tells a thread on which nothing is attached
 * from one that was given the root context, and sees each scope opened and closed.
 *
 * <p>It is laid once around the storage that it finds, and never taken out: others may have laid
 * theirs around it.
 */
final class TrackingContextStorage implements ContextStorage {
  /** OpenTelemetry's own property; who sets it wants a storage that is not to be touched. */
  static final String USERS_CHOICE = "io.opentelemetry.context.contextStorageProvider";

  private static final ContextKey<Boolean> NOTHING_ATTACHED =
      ContextKey.named("spantree-nothing-attached");
  private static final Context MARKER = Context.root().with(NOTHING_ATTACHED, true);

  static {
    if (System.getProperty(USERS_CHOICE, "").isEmpty()) {
      ContextStorage found = SettableContextStorageProvider.getContextStorage();
      SettableContextStorageProvider.setContextStorage(new TrackingContextStorage(found));
    }
  }

  private final ContextStorage found;

  private TrackingContextStorage(ContextStorage found) {
    this.found = found;
  }

  /** Whether contexts are stored here; anybody can exchange the storage at any time. */
  static boolean isInPlace() {
    Probe probe = new Probe();
    try (Scope scope = probe.makeCurrent()) {
      return probe.arrived;
    }
  }

  /** Whether the context says that nothing was attached where it, or what it is made from, was current. */
  static boolean isNothingAttached(Context context) {
    return context.get(NOTHING_ATTACHED) != null;
  }

  @Override
  public Scope attach(Context context) {
    if (context instanceof Probe probe) {
      probe.arrived = true;
      return Scope.noop();
    }
    ThreadScopes scopes = ThreadScopes.ofThisThread();
    scopes.takeOffLeftovers();
    if (scopes.isEmpty() && ActiveCaptures.isEmpty() && CaptureHandle.in(context) == null) {
      return found.attach(context);
    }
    Context before = found.current();
    Scope attached = found.attach(context);
    boolean changed = attached != Scope.noop();
    return changed ? scopes.push(found, context, before, attached) : attached;
  }

  /** Without a recording it answers as OpenTelemetry does, for code that compares with the root. */
  @Override
  public @Nullable Context current() {
    ThreadScopes.ofThisThread().takeOffLeftovers();
    Context current = found.current();
    return current != null || ActiveCaptures.isEmpty() ? current : whereNothingIsAttached();
  }

  private static Context whereNothingIsAttached() {
    Context ofTest = TestToolThread.context();
    return ofTest == null ? MARKER : ofTest;
  }

  @Override
  public Context root() {
    return found.root();
  }

  /** Is never current: it only shows whether an attach comes by. */
  private static final class Probe implements Context {
    private boolean arrived;

    @Override
    public <V> @Nullable V get(ContextKey<V> key) {
      return null;
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
      return Context.root().with(key, value);
    }
  }
}
