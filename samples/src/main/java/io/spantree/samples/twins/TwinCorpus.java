package io.spantree.samples.twins;

import io.spantree.samples.twins.hop.CoinExpiry;
import io.spantree.samples.twins.hop.DebitRetry;
import io.spantree.samples.twins.hop.PartnerPush;
import io.spantree.samples.twins.hop.ReceiptArchive;
import io.spantree.samples.twins.hop.VoucherMail;
import io.spantree.samples.twins.hop.VoucherReminder;
import io.spantree.samples.twins.lifetime.AfterCommit;
import io.spantree.samples.twins.lifetime.CampaignLookup;
import io.spantree.samples.twins.lifetime.OutcomeReport;
import io.spantree.samples.twins.lifetime.PartnerCall;
import io.spantree.samples.twins.lifetime.VoucherPurchase;
import io.spantree.samples.twins.loss.BasketReview;
import io.spantree.samples.twins.loss.FraudSignals;
import io.spantree.samples.twins.loss.LedgerImport;
import io.spantree.samples.twins.loss.MessageBatch;
import io.spantree.samples.twins.parent.RedemptionListener;
import io.spantree.samples.twins.scope.LedgerCall;
import io.spantree.samples.twins.scope.PartnerBatch;
import io.spantree.samples.twins.scope.TierDiscount;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** The twins, each with what it is called with. */
final class TwinCorpus {
  private TwinCorpus() {}

  static List<Twin> all() {
    List<Twin> all = new ArrayList<>(hops());
    Pools.virtualThreads().ifPresent(threads -> all.add(archive("virtual thread", threads)));
    all.addAll(lifetimes());
    all.addAll(scopes());
    all.addAll(losses());
    all.addAll(parents());
    return all;
  }

  private static Twin archive(String name, ThreadFactory threads) {
    return new Twin(
        "B06",
        name,
        otel -> ReceiptArchive.correct(otel, threads).close("r-1"),
        otel -> ReceiptArchive.broken(otel, threads).close("r-1"));
  }

  private static List<Twin> hops() {
    return List.of(
        new Twin(
            "B06",
            "bare executor",
            Pools.fixed((otel, pool) -> VoucherMail.correct(otel, pool).issue("c-1")),
            Pools.fixed((otel, pool) -> VoucherMail.broken(otel, pool).issue("c-1"))),
        new Twin(
            "B06",
            "bare scheduled executor",
            Pools.scheduled((otel, pool) -> VoucherMail.correct(otel, pool).issue("c-1")),
            Pools.scheduled((otel, pool) -> VoucherMail.broken(otel, pool).issue("c-1"))),
        new Twin(
            "B06",
            "future without executor",
            otel -> PartnerPush.correct(otel).confirm("myntra"),
            otel -> PartnerPush.broken(otel).confirm("myntra")),
        archive("new thread", task -> new Thread(task, "archive")),
        new Twin(
            "B06",
            "parallel stream",
            Pools.forkJoin((otel, pool) -> CoinExpiry.correct(otel, pool).expire(Inputs.CUSTOMERS)),
            Pools.forkJoin((otel, pool) -> CoinExpiry.broken(otel, pool).expire(Inputs.CUSTOMERS))),
        new Twin(
            "B06",
            "scheduler",
            Pools.scheduled((otel, pool) -> DebitRetry.correct(otel, pool).debit(4200)),
            Pools.scheduled((otel, pool) -> DebitRetry.broken(otel, pool).debit(4200))),
        new Twin(
            "B06",
            "timer",
            Pools.timer((otel, timer) -> VoucherReminder.correct(otel, timer).plan("c-1")),
            Pools.timer((otel, timer) -> VoucherReminder.broken(otel, timer).plan("c-1"))));
  }

  private static List<Twin> lifetimes() {
    return List.of(
        new Twin(
            "B09",
            "exception path",
            otel -> Inputs.buyWithTooFewCoins(VoucherPurchase.correct(otel)),
            otel -> Inputs.buyWithTooFewCoins(VoucherPurchase.broken(otel))),
        new Twin(
            "B09",
            "early return",
            otel -> CampaignLookup.correct(otel, Inputs.CAMPAIGNS).find("ajio"),
            otel -> CampaignLookup.broken(otel, Inputs.CAMPAIGNS).find("ajio")),
        new Twin(
            "B09",
            "callback that never fires",
            otel -> PartnerCall.correct(otel).reserve(Inputs::failLater),
            otel -> PartnerCall.broken(otel).reserve(Inputs::failLater)),
        new Twin(
            "B11",
            "begun after its parent ended",
            otel -> AfterCommit.correct(otel).apply("r-1"),
            otel -> AfterCommit.broken(otel).apply("r-1")),
        new Twin(
            "B13",
            "set after the end",
            otel -> OutcomeReport.correct(otel).decide(4200),
            otel -> OutcomeReport.broken(otel).decide(4200)));
  }

  private static List<Twin> scopes() {
    return List.of(
        new Twin(
            "B10",
            "never closed",
            otel -> TierDiscount.correct(otel).discount(4200),
            otel -> TierDiscount.broken(otel).discount(4200)),
        new Twin(
            "B10",
            "closed on another thread",
            otel -> LedgerCall.correct(otel).debit(Inputs::answerOnAnotherThread),
            otel -> LedgerCall.broken(otel).debit(Inputs::answerOnAnotherThread)),
        new Twin(
            "B10",
            "closed in the wrong order",
            otel -> PartnerBatch.correct(otel).settle("myntra"),
            otel -> PartnerBatch.broken(otel).settle("myntra")));
  }

  private static List<Twin> losses() {
    return List.of(
        new Twin(
            "B14",
            "too many attributes",
            otel -> BasketReview.correct(otel).review(Inputs.basket()),
            otel -> BasketReview.broken(otel).review(Inputs.basket())),
        new Twin(
            "B14",
            "too many events",
            otel -> LedgerImport.correct(otel).read(Inputs.lines()),
            otel -> LedgerImport.broken(otel).read(Inputs.lines())),
        new Twin(
            "B14",
            "too many links",
            otel -> MessageBatch.correct(otel).process(Inputs.causes(otel)),
            otel -> MessageBatch.broken(otel).process(Inputs.causes(otel))),
        new Twin(
            "B14",
            "too many attributes of an event",
            otel -> FraudSignals.correct(otel).score(Inputs.signals()),
            otel -> FraudSignals.broken(otel).score(Inputs.signals())));
  }

  private static List<Twin> parents() {
    return List.of(
        new Twin(
            "B21",
            "sampled flag lost",
            otel -> RedemptionListener.correct(otel).receive(Inputs.message()),
            otel -> RedemptionListener.withoutFlags(otel).receive(Inputs.message())),
        new Twin(
            "B22",
            "forged parent",
            otel -> RedemptionListener.correct(otel).receive(Inputs.message()),
            otel -> RedemptionListener.forging(otel).receive(Inputs.message())));
  }
}
