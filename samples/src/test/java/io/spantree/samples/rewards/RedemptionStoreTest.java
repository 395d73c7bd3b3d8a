package io.spantree.samples.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedemptionStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-14T02:00:00.123456789Z");

  private final RecordedSpans spans = new RecordedSpans();
  private final EmbeddedBackend backend =
      EmbeddedBackend.open(spans.openTelemetry(), Clock.systemUTC());
  private final RedemptionStore store = backend.store();

  @AfterEach
  void close() {
    backend.close();
    spans.close();
  }

  @Test
  void what_is_stored_is_found_to_the_nanosecond_and_letter() {
    Receipt receipt = receipt("request-1", "मीरा' OR 1=1 --");

    assertThat(store.insert(receipt)).isTrue();
    assertThat(store.find("request-1")).contains(receipt);
  }

  @Test
  void what_was_never_stored_is_not_found() {
    assertThat(store.find("request-1")).isEmpty();
  }

  @Test
  void a_request_is_stored_once_and_the_first_stays() {
    Receipt first = receipt("request-1", "c-1");
    store.insert(first);

    assertThat(store.insert(receipt("request-1", "c-2"))).isFalse();
    assertThat(store.find("request-1")).contains(first);
  }

  @Test
  void a_statement_is_a_client_span_by_the_semantic_conventions() {
    store.insert(receipt("request-1", "c-1"));

    SpanData insert = spans.only("INSERT redemptions");
    assertThat(insert.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(insert.getStatus()).isEqualTo(StatusData.unset());
    assertThat(insert.getAttributes().asMap()).isEqualTo(insertAttributes().asMap());
  }

  private static Attributes insertAttributes() {
    return Attributes.builder()
        .put("db.system.name", "h2database")
        .put("db.namespace", "rewards")
        .put("db.collection.name", "redemptions")
        .put("db.operation.name", "INSERT")
        .put(
            "db.query.text",
            "INSERT INTO redemptions"
                + " (request_id, customer_id, coins, partner, outcome, requested_at)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
        .build();
  }

  private static Receipt receipt(String requestId, String customerId) {
    Redemption redemption = new Redemption(requestId, customerId, 4200, "myntra", NOW);
    return new Receipt(redemption, Outcome.QUEUED_MANUAL, false);
  }
}
