package io.spantree.samples.libraries;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.instrumentation.api.semconv.http.HttpServerAttributesGetter;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the semantic conventions for HTTP want to know of an exchange. */
final class ExchangeAttributes implements HttpServerAttributesGetter<HttpExchange, Integer> {
  @Override
  public String getHttpRequestMethod(HttpExchange exchange) {
    return exchange.getRequestMethod();
  }

  @Override
  public List<String> getHttpRequestHeader(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of());
  }

  @Override
  public Integer getHttpResponseStatusCode(
      HttpExchange exchange, Integer status, @Nullable Throwable error) {
    return status;
  }

  @Override
  public List<String> getHttpResponseHeader(HttpExchange exchange, Integer status, String name) {
    return exchange.getResponseHeaders().getOrDefault(name, List.of());
  }

  @Override
  public String getUrlScheme(HttpExchange exchange) {
    return "http";
  }

  @Override
  public String getUrlPath(HttpExchange exchange) {
    return exchange.getRequestURI().getPath();
  }

  @Override
  public @Nullable String getUrlQuery(HttpExchange exchange) {
    return exchange.getRequestURI().getQuery();
  }

  @Override
  public String getHttpRoute(HttpExchange exchange) {
    return exchange.getHttpContext().getPath();
  }

  @Override
  public InetSocketAddress getNetworkPeerInetSocketAddress(
      HttpExchange exchange, @Nullable Integer status) {
    return exchange.getRemoteAddress();
  }
}
