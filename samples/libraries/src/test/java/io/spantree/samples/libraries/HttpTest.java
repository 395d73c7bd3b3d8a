package io.spantree.samples.libraries;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.okhttp.v3_0.OkHttpTelemetry;
import io.spantree.golden.GoldenTrace;
import io.spantree.junit.TraceTest;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@TraceTest
class HttpTest {

  private static void placeOrders(OpenTelemetry openTelemetry) throws IOException {
    try (TracedServer server = TracedServer.start(openTelemetry)) {
      OkHttpClient client = new OkHttpClient();
      Call.Factory calls = OkHttpTelemetry.create(openTelemetry).createCallFactory(client);
      String url = "http://localhost:" + server.port() + "/orders";
      RequestBody order = RequestBody.create("4200", null);
      call(calls, new Request.Builder().url(url).post(order).build());
      call(calls, new Request.Builder().url(url + "/none?a=1").build());
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static void call(Call.Factory calls, Request request) throws IOException {
    try (Response response = calls.newCall(request).execute()) {
      response.body().string();
    }
  }

  @Test
  @GoldenTrace
  void an_order_and_a_page_that_is_not_there(OpenTelemetry openTelemetry) throws IOException {
    placeOrders(openTelemetry);
  }

  @Tag("proof")
  @RepeatedTest(20)
  void the_golden_holds_over_20_runs(OpenTelemetry openTelemetry) throws IOException {
    placeOrders(openTelemetry);

    assertTrace()
        .matches(
            golden(LibraryGoldens.of(HttpTest.class, "an_order_and_a_page_that_is_not_there")));
  }
}
