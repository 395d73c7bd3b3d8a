package io.spantree.junit;

import io.spantree.capture.GlobalHold;
import io.spantree.capture.SpanRouter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * A hold of the global as long as an extension context, closed by JUnit with the context's store.
 *
 * <p>JUnit 5.13 and newer warn of resources that are not {@link AutoCloseable}.
 */
record GlobalDuring(GlobalHold hold) implements CloseableResource, AutoCloseable {
  private static final Namespace NAMESPACE = Namespace.create(GlobalDuring.class);

  /** Does nothing where the context, or one around it, holds the global already. */
  static void hold(ExtensionContext context) {
    context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(GlobalDuring.class, key -> new GlobalDuring(SpanRouter.holdGlobal()));
  }

  @Override
  public void close() {
    hold.close();
  }
}
