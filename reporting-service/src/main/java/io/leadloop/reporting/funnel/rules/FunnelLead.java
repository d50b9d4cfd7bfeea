package io.leadloop.reporting.funnel.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the topics have said of one lead so far. Each topic fills a part of its own, in any order; stage and step are
 * derived from the parts and never told, so that late news of one topic cannot undo what another has said.
 *
 * @param mqlAt when it first qualified, where anybody knows
 * @param sqlAt when it was first accepted, where anybody knows
 */
public record FunnelLead(
        UUID leadId,
        Optional<Capture> capture,
        Optional<Grading> grading,
        Optional<Offer> offer,
        Optional<Outcome> outcome,
        Optional<Instant> mqlAt,
        Optional<Instant> sqlAt,
        Versions versions) {

    /** A lead of which nothing is known yet. */
    public static FunnelLead unknown(UUID leadId) {
        return new FunnelLead(
                leadId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Versions.NONE);
    }

    public LeadStage stage() {
        return StageRules.stage(this);
    }

    public FunnelStep reached() {
        return StageRules.reached(this);
    }

    FunnelLead with(Capture news) {
        return new FunnelLead(leadId, Optional.of(news), grading, offer, outcome, mqlAt, sqlAt, versions);
    }

    FunnelLead with(Grading news) {
        return new FunnelLead(leadId, capture, Optional.of(news), offer, outcome, mqlAt, sqlAt, versions);
    }

    FunnelLead with(Offer news) {
        return new FunnelLead(leadId, capture, grading, Optional.of(news), outcome, mqlAt, sqlAt, versions);
    }

    FunnelLead with(Outcome news) {
        return new FunnelLead(leadId, capture, grading, offer, Optional.of(news), mqlAt, sqlAt, versions);
    }

    FunnelLead with(Versions news) {
        return new FunnelLead(leadId, capture, grading, offer, outcome, mqlAt, sqlAt, news);
    }

    /** The first time counts. */
    FunnelLead mqlAt(Optional<Instant> at) {
        return new FunnelLead(leadId, capture, grading, offer, outcome, mqlAt.or(() -> at), sqlAt, versions);
    }

    /** The first time counts. */
    FunnelLead sqlAt(Optional<Instant> at) {
        return new FunnelLead(leadId, capture, grading, offer, outcome, mqlAt, sqlAt.or(() -> at), versions);
    }
}
