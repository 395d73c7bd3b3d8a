package io.spantree.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spantree.compare.Comparison;
import io.spantree.compare.Mode;
import io.spantree.fixture.Recordings;
import io.spantree.outline.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exact text, once for each shape of message. */
class ReportTextTest {
  private static final String ORDER = """
      span POST/orders SERVER OK
        k = 1
      span > reserve
        app.sku = "x"
        n = 4200
        event cached
          . hit = true
        event done
      span >> SELECT CLIENT
      span > charge
      span >> pay CLIENT
      """;

  private static String report(String expected, String recorded, Mode mode) {
    Comparison comparison =
        Comparison.of(Outline.parse(expected), Recordings.recorded(recorded), mode);
    return Report.of("Trace differs", comparison, List.of());
  }

  @Test
  void shows_the_headline_the_findings_one_tree_and_what_to_do_next() {
    Comparison comparison =
        Comparison.of(Outline.parse("""
            span rewards.redemption.apply OK
                customer.id = "c-1"
                redemption.coins_debited = 4200
                redemption.partner = "myntra"
            span > rewards.idempotency.check
            span > rewards.fraud.review
                fraud.coins_at_risk = 4200
                fraud.decision = "manual_review"
                fraud.rule_fired = "velocity_3h"
                event fraud.queued_for_manual_review
            """), Recordings.recorded("""
            span rewards.redemption.apply OK
                customer.id = "c-1"
                redemption.coins_debited = 4200
                redemption.partner = "myntra"
            span > rewards.idempotency.lookup
            span rewards.fraud.review lost
                fraud.coins_at_risk = 4200
                fraud.decision = "manual_review"
                fraud.rule_fired = "velocity_3h"
                event fraud.queued_for_manual_review
            """), Mode.CLOSED);

    assertThat(Report.of(
            "Trace differs from the golden queuesLargeRedemption.spans",
            comparison,
            List.of("accept: cp target/received.spans src/golden.spans")))
        .isEqualTo("""
            Trace differs from the golden queuesLargeRedemption.spans: 2 findings

              LOST CONTEXT  rewards.fraud.review is a root span; expected under rewards.redemption.apply
                            started on fraud-pool-1 at io.acme.FraudReview.review(FraudReview.java:42), where no span was current.
                            Was the executor wrapped? Context.taskWrapping(executor) carries the context to its threads.
              RENAMED       rewards.redemption.apply > rewards.idempotency.lookup, expected rewards.idempotency.check
                            started on main at io.acme.Orders.place(Orders.java:17)

                span rewards.redemption.apply OK
                    # 3 attributes equal
              ~ span > rewards.idempotency.lookup       # expected rewards.idempotency.check
              - span > rewards.fraud.review
              + span rewards.fraud.review lost          # lost its context
                    # 3 attributes and 1 event equal

              accept: cp target/received.spans src/golden.spans""");
  }

  @Test
  void tells_of_a_renamed_span() {
    assertThat(report(ORDER, ORDER.replace("span > charge", "span > charge.card"), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          RENAMED  POST/orders > charge.card, expected charge
                   started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
          ~ span > charge.card                      # expected charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_of_a_span_whose_parent_is_not_recorded() {
    assertThat(report(
            ORDER,
            ORDER.replace(
                "span > charge\nspan >> pay CLIENT", "span charge orphan\nspan > pay CLIENT"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          ORPHANED  charge has a parent that is neither recorded nor remote; expected under POST/orders
                    started on main at io.acme.Orders.place(Orders.java:17)
                    Was its parent recorded by another SDK, or its SpanContext built by hand?

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
          - span > charge
          + span charge orphan                      # its parent is not recorded
            span > pay CLIENT""");
  }

  @Test
  void tells_of_a_new_root() {
    assertThat(report(
            ORDER,
            ORDER.replace("span > charge\nspan >> pay CLIENT", "span charge\nspan > pay CLIENT"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          NEW ROOT  charge is a root span; expected under POST/orders
                    started on main at io.acme.Orders.place(Orders.java:17)
                    No span was current there; was its parent made current?

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
          - span > charge
          + span charge                             # a new root
            span > pay CLIENT""");
  }

  @Test
  void tells_of_a_span_whose_parent_became_remote() {
    assertThat(report(
            ORDER,
            ORDER.replace(
                "span > charge\nspan >> pay CLIENT",
                "span charge parent=<remote>\nspan > pay CLIENT"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          REMOTE PARENT  charge has a remote parent; expected under POST/orders
                         started on main at io.acme.Orders.place(Orders.java:17)
                         Its parent came from a carrier, such as a header, and is not recorded here.

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
          - span > charge
          + span charge parent=<remote>             # remote parent
            span > pay CLIENT""");
  }

  @Test
  void tells_of_a_missing_span() {
    assertThat(report(ORDER, ORDER.replace("span >> pay CLIENT\n", ""), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          MISSING  POST/orders > charge > pay
                   its parent started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
            span > charge
          - span >> pay CLIENT""");
  }

  @Test
  void tells_of_a_missing_subtree() {
    assertThat(report(ORDER, ORDER.replace("span > charge\nspan >> pay CLIENT\n", ""), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          MISSING  POST/orders > charge
                   its parent started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
          - span > charge
                # and 1 span below it""");
  }

  @Test
  void tells_of_a_missing_tree() {
    assertThat(report(ORDER, "", Mode.CLOSED)).isEqualTo("""
        Trace differs: 1 finding

          MISSING  POST/orders

          - span POST/orders SERVER OK
                # and 4 spans below it""");
  }

  @Test
  void tells_of_an_unexpected_subtree() {
    assertThat(report(
            ORDER,
            ORDER.replace(
                "span >> pay CLIENT", "span >> pay CLIENT\nspan > audit\n  q = 1\nspan >> write"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          UNEXPECTED  POST/orders > audit
                      started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT
          + span > audit
                # 1 attribute
          + span >> write""");
  }

  @Test
  void tells_of_an_unexpected_root() {
    assertThat(report(
            ORDER,
            ORDER.replace(
                "span >> pay CLIENT", "span >> pay CLIENT\nspan audit\n  q = 1\nspan > write"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          UNEXPECTED  audit, a root span in a trace of its own
                      started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
            span > reserve
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT
          + span audit
                # 1 attribute
          + span > write""");
  }

  @Test
  void tells_of_an_unexpected_root_that_lost_its_context() {
    assertThat(report(
            ORDER,
            ORDER.replace("span >> pay CLIENT", "span >> pay CLIENT\nspan audit lost"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          LOST CONTEXT  audit is a root span
                        started on fraud-pool-1 at io.acme.FraudReview.review(FraudReview.java:42), where no span was current.
                        Was the executor wrapped? Context.taskWrapping(executor) carries the context to its threads.

            span POST/orders SERVER OK
            span > reserve
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT
          + span audit lost                         # lost its context""");
  }

  @Test
  void tells_of_a_moved_span() {
    assertThat(report(
            ORDER,
            ORDER.replace(
                "span >> SELECT CLIENT\nspan > charge\nspan >> pay CLIENT",
                "span > charge\nspan >> pay CLIENT\nspan >> SELECT CLIENT"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          MOVED  SELECT stands under POST/orders > charge; expected under POST/orders > reserve
                 started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
                # 2 attributes and 2 events equal
          - span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT
          + span >> SELECT CLIENT                   # moved""");
  }

  @Test
  void tells_of_a_span_that_came_between() {
    assertThat(report(
            ORDER,
            ORDER.replace("span >> pay CLIENT", "span >> retry\nspan >>> pay CLIENT"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          WRAPPED  POST/orders > charge > retry came between charge and pay
                   started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
            span > charge
          + span >> retry                           # a new span in between
            span >>> pay CLIENT
          - span >> pay CLIENT""");
  }

  @Test
  void tells_of_a_span_that_is_gone_from_between() {
    assertThat(report(
            ORDER,
            ORDER.replace("span > charge\nspan >> pay CLIENT", "span > pay CLIENT"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          UNWRAPPED  POST/orders > charge is gone from above pay
                     started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
          ~ span > pay CLIENT                       # charge is gone from above
          - span > charge""");
  }

  @Test
  void tells_of_a_hundred_surplus_copies() {
    assertThat(report(
            ORDER, ORDER.replace("span >> pay CLIENT", "span >> pay CLIENT x101"), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          COUNT  POST/orders > charge > pay: expected x1, was x101
                 started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > charge
          ~ span >> pay CLIENT                      # expected x1
          + span >> pay CLIENT x100                 # surplus
                # … 2 spans without a finding""");
  }

  @Test
  void tells_of_a_span_that_occurs_too_rarely() {
    assertThat(report(
            ORDER.replace("span >> pay CLIENT", "span >> pay CLIENT x3"), ORDER, Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          COUNT  POST/orders > charge > pay: expected x3, was x1
                 started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
            span > charge
          ~ span >> pay CLIENT                      # expected x3""");
  }

  @Test
  void tells_of_a_forbidden_span() {
    assertThat(
            report(ORDER.replace("span >> pay CLIENT", "span >> pay CLIENT x0"), ORDER, Mode.OPEN))
        .isEqualTo("""
        Trace differs: 1 finding

          COUNT  POST/orders > charge > pay: expected none, was x1
                 started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
            span > reserve
            span >> SELECT CLIENT
            span > charge
          + span >> pay CLIENT                      # surplus""");
  }

  @Test
  void tells_of_children_in_another_order() {
    assertThat(report(
            ORDER.replace("span POST/orders SERVER OK", "span POST/orders SERVER OK ordered"),
            ORDER.replace(
                "span > reserve\n  app.sku = \"x\"\n  n = 4200\n  event cached\n    . hit = true\n  event done\nspan >> SELECT CLIENT\nspan > charge\nspan >> pay CLIENT",
                "span > charge\nspan >> pay CLIENT\nspan > reserve\n  app.sku = \"x\"\n  n = 4200\n  event cached\n    . hit = true\n  event done\nspan >> SELECT CLIENT"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          ORDER  POST/orders: its children began as charge, reserve; expected reserve, charge
                 started on main at io.acme.Orders.place(Orders.java:17)
                 its child charge started on main at io.acme.Orders.place(Orders.java:17)

          ~ span POST/orders SERVER OK              # other order
                # 1 attribute equal
            span > charge
            span >> pay CLIENT
            span > reserve
            span >> SELECT CLIENT""");
  }

  @Test
  void tells_of_another_kind() {
    assertThat(
            report(ORDER, ORDER.replace("span >> pay CLIENT", "span >> pay PRODUCER"), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          KIND  POST/orders > charge > pay: expected CLIENT, was PRODUCER
                started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
            span > charge
          ~ span >> pay PRODUCER                    # expected CLIENT""");
  }

  @Test
  void tells_of_another_status() {
    assertThat(report(
            ORDER,
            ORDER.replace(
                "span POST/orders SERVER OK", "span POST/orders SERVER ERROR \"boom 100%\\nx\""),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          STATUS  POST/orders: expected OK, was ERROR "boom 100%\\nx"
                  started on main at io.acme.Orders.place(Orders.java:17)

          ~ span POST/orders SERVER ERROR "boom 100%\\nx"  # expected OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_of_an_attribute_of_another_type() {
    assertThat(report(ORDER, ORDER.replace("  n = 4200", "  n = \"4200\""), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          ATTRIBUTE TYPE  POST/orders > reserve: n: expected 4200 (long), was "4200" (string); the type changed
                          started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
          ~     n = "4200"                          # expected 4200 (long)
                # 1 attribute and 2 events equal
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_of_an_attribute_of_another_value() {
    assertThat(report(ORDER, ORDER.replace("  n = 4200", "  n = 4201"), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          ATTRIBUTE VALUE  POST/orders > reserve: n: expected 4200 (long), was 4201 (long)
                           started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
          ~     n = 4201                            # expected 4200 (long)
                # 1 attribute and 2 events equal
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_of_a_misspelt_attribute() {
    assertThat(report(ORDER, ORDER.replace("  app.sku = \"x\"", "  app.skuu = \"x\""), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 2 findings

          ATTRIBUTE MISSING     POST/orders > reserve: app.sku is missing; expected "x" (string)
                                The span has app.skuu = "x" (string); is one of the two misspelt?
                                started on main at io.acme.Orders.place(Orders.java:17)
          ATTRIBUTE UNEXPECTED  POST/orders > reserve: app.skuu = "x" (string) was not expected

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
          -     app.sku = "x"                       # missing
          +     app.skuu = "x"
                # 1 attribute and 2 events equal
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_of_an_attribute_of_an_event() {
    assertThat(report(ORDER, ORDER.replace("    . hit = true", "    . hit = false"), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          ATTRIBUTE VALUE  POST/orders > reserve: event cached: hit: expected true (bool), was false (bool)
                           started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
                event cached
          ~       . hit = false                     # expected true (bool)
                # 2 attributes and 1 event equal
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_of_a_misspelt_event() {
    assertThat(report(ORDER, ORDER.replace("  event done", "  event doen"), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 2 findings

          EVENT MISSING     POST/orders > reserve: event done is missing
                            The span has the event doen; is one of the two misspelt?
                            started on main at io.acme.Orders.place(Orders.java:17)
          EVENT UNEXPECTED  POST/orders > reserve: event doen was not expected

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
          -     event done
          +     event doen
                # 2 attributes and 1 event equal
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_equal_children_in_another_order_apart() {
    assertThat(report(
            "span a ordered\nspan > step\n  n = 1\nspan > step\n  n = 2",
            "span a\nspan > step\n  n = 2\nspan > step\n  n = 1",
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          ORDER  a: its children began as step (n = 2), step (n = 1); expected step (n = 1), step (n = 2)
                 started on main at io.acme.Orders.place(Orders.java:17)
                 its child step started on main at io.acme.Orders.place(Orders.java:17)

          ~ span a                                  # other order
            span > step
            span > step""");
  }

  @Test
  void tells_of_events_in_another_order() {
    assertThat(report(
            ORDER,
            ORDER.replace(
                "  event cached\n    . hit = true\n  event done",
                "  event done\n  event cached\n    . hit = true"),
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          EVENT ORDER  POST/orders > reserve: events came as done, cached; expected cached, done
                       started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
                # 1 attribute equal
          ~ span > reserve                          # event order
                # 2 attributes and 2 events equal
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT""");
  }

  @Test
  void tells_of_a_link_to_another_span() {
    assertThat(report(
            "span a &1\nspan > b\n  link *1\nspan > c &2",
            "span a &1\nspan > b\n  link *2\nspan > c &2",
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          LINK TARGET  a > b: a link points to c (*2); expected a (*1)
                       started on main at io.acme.Orders.place(Orders.java:17)

            span a
            span > b
          ~     # link *2, expected *1
            span > c""");
  }

  @Test
  void tells_of_a_missing_link() {
    assertThat(report("span a &1\nspan > b\n  link *1", "span a &1\nspan > b", Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          LINK MISSING  a > b: the link to a (*1) is missing
                        started on main at io.acme.Orders.place(Orders.java:17)

            span a
            span > b
          -     # link *1 is missing""");
  }

  @Test
  void tells_of_an_unexpected_link() {
    assertThat(
            report("span a &1\nspan > b", "span a &1\nspan > b\n link *1\n  . n = 1", Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          LINK UNEXPECTED  a > b: a link to a (*1) was not expected
                           started on main at io.acme.Orders.place(Orders.java:17)

            span a
            span > b
          +     # link *1""");
  }

  @Test
  void tells_of_a_span_that_was_never_ended() {
    assertThat(report(
            ORDER, ORDER.replace("span >> pay CLIENT", "span >> pay CLIENT open"), Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          OPEN SPAN  POST/orders > charge > pay was never ended
                     started on main at io.acme.Orders.place(Orders.java:17)
                     Do all paths end it, also exceptions? try { … } finally { span.end(); }

            span POST/orders SERVER OK
                # 1 attribute equal
            span > reserve
            span >> SELECT CLIENT
            span > charge
          ~ span >> pay CLIENT open                 # never ended""");
  }

  @Test
  void tells_of_a_misspelt_span_in_open_mode() {
    assertThat(report("span charge\nspan > pya", ORDER, Mode.OPEN)).isEqualTo("""
        Trace differs: 1 finding

          MISSING  POST/orders > charge > pya
                   its parent started on main at io.acme.Orders.place(Orders.java:17)

            span POST/orders SERVER OK
            span > reserve
            span >> SELECT CLIENT
            span > charge
            span >> pay CLIENT
          - span >> pya""");
  }

  @Test
  void tells_of_an_attribute_of_a_link() {
    assertThat(report(
            "span a &1\nspan > b\n  link *1\n    . n = 1",
            "span a &1\nspan > b\n  link *1\n . n = 2",
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          ATTRIBUTE VALUE  a > b: link *1: n: expected 1 (long), was 2 (long)
                           started on main at io.acme.Orders.place(Orders.java:17)

            span a
            span > b
          ~     # link: n 2 (long), expected 1 (long)""");
  }

  @Test
  void tells_of_a_missing_trace() {
    assertThat(report("trace a\nspan a\ntrace b\nspan b", "span a", Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          MISSING  b

            span a
          - span b""");
  }

  @Test
  void says_when_another_pairing_may_leave_fewer_findings() {
    String expected =
        "span top\nspan > s x250\n  k = <range 1..2>\nspan > s x250\n  k = <range 2..3>";

    assertThat(report(expected, "span top\nspan > s x500\n  k = -1", Mode.CLOSED))
        .contains(
            "expected <range 2..3>, was -1 (long)",
            "… and 249 more like this one\n\n"
                + "  Not every pairing was tried, there are too many. Another one may leave fewer findings.\n\n");
  }

  @Test
  void tells_of_a_span_under_a_twin_of_its_parent() {
    assertThat(report(
            "span top\nspan > batch x2\nspan >> row\n  n = 1",
            "span top\nspan > batch\nspan >> row\n  n = 1\nspan >> row\n  n = 1\nspan > batch",
            Mode.CLOSED))
        .isEqualTo("""
        Trace differs: 1 finding

          MOVED  row stands under top > batch; expected under another one of these
                 started on main at io.acme.Orders.place(Orders.java:17)

            span top
            span > batch
            span >> row
          + span >> row                             # moved
                # 1 attribute equal
            span > batch
          - span >> row""");
  }
}
