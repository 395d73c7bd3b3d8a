package io.spantree.samples.libraries;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.instrumenter.Instrumenter;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanNameExtractor;
import io.opentelemetry.instrumentation.api.semconv.http.HttpSpanStatusExtractor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A small shop on the JDK's own server, instrumented with OpenTelemetry's Instrumenter. */
final class TracedServer implements AutoCloseable {
  private final HttpServer server;
  private final Instrumenter<HttpExchange, Integer> instrumenter;

  private TracedServer(HttpServer server, OpenTelemetry openTelemetry) {
    ExchangeAttributes attributes = new ExchangeAttributes();
    this.server = server;
    this.instrumenter = Instrumenter.<HttpExchange, Integer>builder(
            openTelemetry,
            "io.opentelemetry.jdk-http-server",
            HttpSpanNameExtractor.create(attributes))
        .setSpanStatusExtractor(HttpSpanStatusExtractor.create(attributes))
        .addAttributesExtractor(HttpServerAttributesExtractor.create(attributes))
        .buildServerInstrumenter(new RequestHeaders());
  }

  static TracedServer start(OpenTelemetry openTelemetry) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TracedServer traced = new TracedServer(HttpServer.create(address, 0), openTelemetry);
    traced.server.createContext("/", traced::handle);
    traced.server.start();
    return traced;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Context context = instrumenter.start(Context.root(), exchange);
    int status = exchange.getRequestURI().getPath().equals("/orders") ? 201 : 404;
    try (Scope scope = context.makeCurrent()) {
      exchange.getRequestBody().readAllBytes();
    }
    instrumenter.end(context, exchange, status, null); // before the client can be done
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
