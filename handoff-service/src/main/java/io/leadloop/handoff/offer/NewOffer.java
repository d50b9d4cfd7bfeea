package io.leadloop.handoff.offer;

import io.leadloop.events.Brief;
import io.leadloop.events.EventJson;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What routing decided, on its way to becoming a hand-off.
 *
 * @param routing the whole decision, JSON
 */
public record NewOffer(
        UUID handoffId,
        UUID leadId,
        int round,
        String repId,
        String repName,
        String teamId,
        Optional<String> managerId,
        String zone,
        String pool,
        int agreementVersion,
        Instant offeredAt,
        Instant acceptBy,
        Brief brief,
        String routing) {

    public LockedHandoff handoff() {
        HandoffRow row = new HandoffRow();
        row.handoffId = handoffId;
        row.leadId = leadId;
        row.round = round;
        row.state = "offered";
        row.repId = repId;
        row.repName = repName;
        row.teamId = teamId;
        row.managerId = managerId.orElse(null);
        row.zone = zone;
        row.pool = pool;
        row.agreementVersion = agreementVersion;
        row.offeredAt = offeredAt;
        row.acceptBy = acceptBy;
        row.brief = EventJson.write(brief);
        row.routing = routing;
        return new LockedHandoff(row);
    }
}
