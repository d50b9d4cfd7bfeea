package io.leadloop.handoff.history.rules;

import io.leadloop.handoff.history.rules.LeadKey.ByEmail;
import io.leadloop.handoff.history.rules.LeadKey.ByExternalId;
import io.leadloop.handoff.history.rules.LeadKey.ByLeadId;
import io.leadloop.handoff.history.rules.RowReading.Understood;
import io.leadloop.handoff.history.rules.RowReading.Wrong;
import io.leadloop.handoff.offer.rules.OutcomeReading;
import io.leadloop.handoff.offer.rules.OutcomeReport;
import io.leadloop.handoff.offer.rules.OutcomeRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a row of a file of outcomes must say.
 *
 * <ul>
 *   <li>Which lead: by {@code leadId}, else {@code externalId}, else {@code email}.
 *   <li>When: {@code occurredAt}.
 *   <li>What: {@code outcome}, won if nothing is said; an amount needs its currency.
 *   <li>Who and whom, where known: {@code repId}, {@code persona}; the rep need not be one of ours.
 * </ul>
 */
public final class HistoryRules {
    public static final Set<String> FIELDS = Set.of(
            "leadId",
            "externalId",
            "email",
            "outcome",
            "occurredAt",
            "repId",
            "persona",
            "amount",
            "currency",
            "reason");
    public static final Set<String> TIMES = Set.of("occurredAt");

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST = 500;

    private HistoryRules() {}

    /** @param fields by name; times as RFC 3339; what is not known is absent */
    public static RowReading read(Map<String, String> fields) {
        Optional<String> tooLong = fields.entrySet().stream()
                .filter(field -> field.getValue().length() > LONGEST)
                .map(Map.Entry::getKey)
                .findFirst();
        if (tooLong.isPresent()) {
            return new Wrong(tooLong.get() + " has more than " + LONGEST + " characters");
        }
        if (field(fields, "leadId")
                .filter(id -> !UUID_FORM.matcher(id).matches())
                .isPresent()) {
            return new Wrong("leadId is not a UUID");
        }
        if (field(fields, "amount")
                .filter(text -> !AMOUNT.matcher(text).matches())
                .isPresent()) {
            return new Wrong("amount is not a number such as 1234.50");
        }
        Optional<LeadKey> lead = lead(fields);
        if (lead.isEmpty()) {
            return new Wrong("no lead is named: fill leadId, externalId or email");
        }
        return field(fields, "occurredAt")
                .map(Instant::parse)
                .map(at -> outcome(fields, lead.get(), at))
                .orElseGet(() -> new Wrong("occurredAt is empty"));
    }

    private static RowReading outcome(Map<String, String> fields, LeadKey lead, Instant occurredAt) {
        OutcomeReport report = new OutcomeReport(
                field(fields, "outcome").orElse("won").toLowerCase(Locale.ROOT),
                field(fields, "amount").map(BigDecimal::new),
                field(fields, "currency"),
                field(fields, "reason"),
                Optional.empty());
        return switch (OutcomeRules.remembered(report)) {
            case OutcomeReading.Understood understood ->
                new Understood(new PastOutcome(
                        lead, understood.outcome(), occurredAt, field(fields, "repId"), field(fields, "persona")));
            case OutcomeReading.Wrong wrong -> new Wrong(wrong.field() + " " + wrong.message());
        };
    }

    private static Optional<LeadKey> lead(Map<String, String> fields) {
        return field(fields, "leadId")
                .<LeadKey>map(id -> new ByLeadId(UUID.fromString(id)))
                .or(() -> field(fields, "externalId").map(ByExternalId::new))
                .or(() -> field(fields, "email").map(email -> new ByEmail(email.toLowerCase(Locale.ROOT))));
    }

    private static Optional<String> field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
