package io.spantree.capture;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Propagation by the shared SDK: as the test has it whose context is given, or is current. */
final class RouterPropagator implements TextMapPropagator {

  @Override
  public Collection<String> fields() {
    return of(Context.current()).fields();
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    of(context).inject(context, carrier, setter);
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    return of(context).extract(context, carrier, getter);
  }

  private static TextMapPropagator of(Context context) {
    SpanCapture capture = Routing.named(context);
    return capture == null
        ? SdkSettings.PROPAGATORS.getTextMapPropagator()
        : capture.adoption().propagator();
  }
}
