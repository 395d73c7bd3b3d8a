package io.spantree.samples.twins.lifetime;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.spantree.samples.rewards.Spans;
import java.util.Map;
import java.util.Optional;

/** Looks up the campaign that a partner runs. */
public final class CampaignLookup {
  private final Tracer tracer;
  private final Map<String, String> campaigns;
  private final boolean endsAlways;

  private CampaignLookup(
      OpenTelemetry openTelemetry, Map<String, String> campaigns, boolean endsAlways) {
    this.tracer = Spans.tracer(openTelemetry);
    this.campaigns = Map.copyOf(campaigns);
    this.endsAlways = endsAlways;
  }

  public static CampaignLookup correct(OpenTelemetry openTelemetry, Map<String, String> campaigns) {
    return new CampaignLookup(openTelemetry, campaigns, true);
  }

  /** A shortcut for partners without a campaign came later, above the end of the span. */
  public static CampaignLookup broken(OpenTelemetry openTelemetry, Map<String, String> campaigns) {
    return new CampaignLookup(openTelemetry, campaigns, false);
  }

  public Optional<String> find(String partner) {
    Span span = tracer.spanBuilder("rewards.campaign.find").startSpan();
    span.setAttribute("redemption.partner", partner);
    return endsAlways ? Spans.within(span, () -> campaign(partner)) : findOrReturn(partner, span);
  }

  // snippet: early-return
  private Optional<String> findOrReturn(String partner, Span span) {
    Optional<String> campaign = campaign(partner);
    if (campaign.isEmpty()) {
      return campaign;
    }
    span.setAttribute("campaign.name", campaign.get());
    span.end();
    return campaign;
  }
  // end

  private Optional<String> campaign(String partner) {
    return Optional.ofNullable(campaigns.get(partner));
  }
}
