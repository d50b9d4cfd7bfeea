package io.leadloop.intake.lead;

import io.leadloop.events.LifecycleStage;
import io.leadloop.events.Profile;
import io.leadloop.events.StageReached;
import io.leadloop.events.Touch;
import io.leadloop.imports.ImportKind;
import io.leadloop.imports.ImportRow;
import io.leadloop.imports.RowOutcome;
import io.leadloop.imports.RowOutcome.Imported;
import io.leadloop.imports.RowOutcome.Refused;
import io.leadloop.intake.lead.CaptureLeads.Keyed;
import io.leadloop.intake.lead.rules.Country;
import io.leadloop.intake.lead.rules.EmailAddress;
import io.leadloop.intake.lead.rules.PhoneNumber;
import io.leadloop.intake.lead.rules.Submission;
import io.leadloop.messaging.Ids;
import io.leadloop.messaging.Trace;
import io.leadloop.messaging.TraceSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Imported leads.
 *
 * <ul>
 *   <li>A row with a time or a stage of its own is history: it keeps both, and wakes no rep and no clock.
 *   <li>A row without them is a lead of now, for example from an event's list.
 *   <li>The field {@code historical} (true or false) overrides that.
 * </ul>
 */
@ApplicationScoped
class LeadImport implements ImportKind {
    private static final Set<String> FIELDS = Set.of(
            "email",
            "externalId",
            "firstName",
            "lastName",
            "phone",
            "company",
            "jobTitle",
            "country",
            "industry",
            "employees",
            "website",
            "message",
            "source",
            "medium",
            "campaign",
            "content",
            "term",
            "landingPage",
            "referrer",
            "capturedAt",
            "stage",
            "stageAt",
            "historical");
    private static final Set<String> TIMES = Set.of("capturedAt", "stageAt");

    private final CaptureLeads captureLeads;

    LeadImport(CaptureLeads captureLeads) {
        this.captureLeads = captureLeads;
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public Set<String> fields() {
        return FIELDS;
    }

    @Override
    public Set<String> timeFields() {
        return TIMES;
    }

    @Override
    public Uni<List<RowOutcome>> apply(Mutiny.StatelessSession tx, List<ImportRow> rows, TraceSource cause) {
        Instant now = Instant.now();
        Map<ImportRow, RowOutcome> outcomes = new HashMap<>();
        List<List<Keyed>> waves = new ArrayList<>();
        List<Set<String>> identities = new ArrayList<>();
        for (ImportRow row : rows) {
            Optional<String> problem = problem(row);
            if (problem.isPresent()) {
                outcomes.put(row, new Refused(problem.get()));
            } else {
                outcomes.put(row, new Imported());
                addToWave(waves, identities, new Keyed(submission(row, now), Optional.empty(), trace(cause)));
            }
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (List<Keyed> wave : waves) {
            all = all.chain(() -> captureLeads.capture(tx, wave).replaceWithVoid());
        }
        return all.map(done -> rows.stream().map(outcomes::get).toList());
    }

    /** Rows that share an identity go into different waves: the later joins what the earlier captured. */
    private static void addToWave(List<List<Keyed>> waves, List<Set<String>> identities, Keyed item) {
        Set<String> own = item.submission().identities();
        int wave = identities.size();
        while (wave > 0 && own.stream().noneMatch(identities.get(wave - 1)::contains)) {
            wave--;
        }
        if (wave == identities.size()) {
            waves.add(new ArrayList<>());
            identities.add(new HashSet<>());
        }
        waves.get(wave).add(item);
        identities.get(wave).addAll(own);
    }

    private static Trace trace(TraceSource cause) {
        return cause instanceof Trace trace ? trace : Trace.fresh();
    }

    private static Optional<String> problem(ImportRow row) {
        Optional<String> email = row.field("email");
        if (email.isEmpty() && row.field("externalId").isEmpty()) {
            return Optional.of("needs an email or an externalId");
        }
        if (email.isPresent() && EmailAddress.normalize(email.get()).isEmpty()) {
            return Optional.of("email '" + email.get() + "' is not an e-mail address");
        }
        if (row.field("externalId").filter(id -> id.length() > 200).isPresent()) {
            return Optional.of("externalId is longer than 200 characters");
        }
        if (row.field("stage").isPresent() && stage(row).isEmpty()) {
            return Optional.of("stage '" + row.field("stage").get() + "' is not one of captured, mql, sql");
        }
        if (row.field("employees").isPresent() && employees(row).isEmpty()) {
            return Optional.of("employees '" + row.field("employees").get() + "' is not a whole number");
        }
        return row.field("historical")
                .filter(text -> !text.equals("true") && !text.equals("false"))
                .map(text -> "historical '" + text + "' is neither true nor false");
    }

    private static Submission submission(ImportRow row, Instant now) {
        Instant capturedAt = row.field("capturedAt").map(Instant::parse).orElse(now);
        boolean historical = row.field("historical")
                .map(Boolean::valueOf)
                .orElse(row.field("capturedAt").isPresent()
                        || row.field("stage").isPresent());
        Optional<String> email = row.field("email").flatMap(EmailAddress::normalize);
        Instant stageAt = row.field("stageAt").map(Instant::parse).orElse(capturedAt);
        return new Submission(
                Ids.next(),
                email,
                row.field("externalId"),
                capturedAt,
                historical,
                profile(row, email),
                List.of(touch(row, capturedAt)),
                historical
                        ? stage(row).map(stage -> new StageReached(stage, stageAt)).stream()
                                .toList()
                        : List.of(),
                List.of());
    }

    private static Profile profile(ImportRow row, Optional<String> email) {
        Optional<String> country = row.field("country").flatMap(Country::code);
        Map<String, String> attributes =
                country.isEmpty() && row.field("country").isPresent()
                        ? Map.of("country", row.field("country").get())
                        : Map.of();
        return new Profile(
                email.orElse(null),
                row.field("firstName").orElse(null),
                row.field("lastName").orElse(null),
                row.field("phone")
                        .map(phone -> PhoneNumber.normalize(phone, country.orElse(null)))
                        .orElse(null),
                row.field("company").orElse(null),
                row.field("jobTitle").orElse(null),
                country.orElse(null),
                row.field("industry").orElse(null),
                employees(row).orElse(null),
                row.field("website").orElse(null),
                row.field("message").orElse(null),
                attributes,
                null);
    }

    private static Touch touch(ImportRow row, Instant at) {
        return new Touch(
                row.field("source").orElse(null),
                row.field("medium").orElse(null),
                row.field("campaign").orElse(null),
                row.field("content").orElse(null),
                row.field("term").orElse(null),
                row.field("landingPage").orElse(null),
                row.field("referrer").orElse(null),
                Map.of(),
                at);
    }

    private static Optional<LifecycleStage> stage(ImportRow row) {
        return row.field("stage").flatMap(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "captured", "lead" -> Optional.of(LifecycleStage.CAPTURED);
            case "mql" -> Optional.of(LifecycleStage.MQL);
            case "sql" -> Optional.of(LifecycleStage.SQL);
            default -> Optional.empty();
        });
    }

    private static Optional<Integer> employees(ImportRow row) {
        return row.field("employees").filter(text -> text.matches("[0-9]{1,8}")).map(Integer::valueOf);
    }
}
