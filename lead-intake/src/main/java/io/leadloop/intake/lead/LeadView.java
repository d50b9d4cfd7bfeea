package io.leadloop.intake.lead;

import io.leadloop.events.Profile;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import io.leadloop.intake.lead.rules.KnownLead;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A lead as {@code GET /v1/leads} shows it.
 *
 * @param status captured, won, lost, recycled or returned: what Sales made of it
 */
record LeadView(
        UUID leadId,
        String status,
        Instant statusAt,
        String externalId,
        Instant capturedAt,
        boolean historical,
        long leadVersion,
        Profile profile,
        List<Touch> touches,
        List<StageReached> stages) {

    static LeadView whole(LeadRow row) {
        KnownLead lead = LeadStore.known(row);
        return new LeadView(
                row.leadId,
                row.status,
                row.statusAt,
                row.externalId,
                row.capturedAt,
                row.historical,
                row.leadVersion,
                lead.profile(),
                lead.touches(),
                lead.stages());
    }

    /** Without what identifies the person; company, job and origin stay. */
    static LeadView masked(LeadRow row) {
        LeadView whole = whole(row);
        Profile profile = whole.profile();
        return new LeadView(
                whole.leadId,
                whole.status,
                whole.statusAt,
                whole.externalId,
                whole.capturedAt,
                whole.historical,
                whole.leadVersion,
                new Profile(
                        maskedEmail(profile.email()),
                        initial(profile.firstName()),
                        initial(profile.lastName()),
                        profile.phone() == null ? null : "***",
                        profile.company(),
                        profile.jobTitle(),
                        profile.country(),
                        profile.industry(),
                        profile.employees(),
                        profile.website(),
                        null,
                        Map.of(),
                        profile.consent()),
                whole.touches,
                whole.stages);
    }

    private static String maskedEmail(String email) {
        return email == null ? null : email.charAt(0) + "***" + email.substring(email.lastIndexOf('@'));
    }

    private static String initial(String name) {
        return name == null || name.isEmpty() ? null : name.substring(0, name.offsetByCodePoints(0, 1)) + ".";
    }
}
