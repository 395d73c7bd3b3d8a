package io.spantree.samples.libraries;

import static io.spantree.assertions.TraceAssertions.assertTrace;
import static io.spantree.golden.Goldens.golden;

import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.grpc.v1_6.GrpcTelemetry;
import io.spantree.golden.GoldenTrace;
import io.spantree.junit.TraceTest;
import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@TraceTest
class GrpcTest {
  private static final MethodDescriptor<String, String> PLACE =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("shop.Orders/Place")
          .setRequestMarshaller(new TextMarshaller())
          .setResponseMarshaller(new TextMarshaller())
          .build();

  private static void placeOrder(OpenTelemetry openTelemetry)
      throws IOException, InterruptedException {
    GrpcTelemetry telemetry = GrpcTelemetry.create(openTelemetry);
    String name = InProcessServerBuilder.generateName();
    Server server = InProcessServerBuilder.forName(name)
        .addService(ServerServiceDefinition.builder("shop.Orders")
            .addMethod(PLACE, ServerCalls.asyncUnaryCall((order, response) -> {
              response.onNext("placed " + order);
              response.onCompleted();
            }))
            .build())
        .intercept(telemetry.createServerInterceptor())
        .build()
        .start();
    ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
    try {
      ClientCalls.blockingUnaryCall(
          ClientInterceptors.intercept(channel, telemetry.createClientInterceptor()),
          PLACE,
          CallOptions.DEFAULT,
          "4200");
    } finally {
      channel.shutdownNow();
      server.shutdownNow().awaitTermination();
    }
  }

  @Test
  @GoldenTrace
  void an_order_from_client_to_server(OpenTelemetry openTelemetry) throws Exception {
    placeOrder(openTelemetry);
  }

  @Tag("proof")
  @RepeatedTest(20)
  void the_golden_holds_over_20_runs(OpenTelemetry openTelemetry) throws Exception {
    placeOrder(openTelemetry);

    assertTrace()
        .matches(golden(LibraryGoldens.of(GrpcTest.class, "an_order_from_client_to_server")));
  }
}
