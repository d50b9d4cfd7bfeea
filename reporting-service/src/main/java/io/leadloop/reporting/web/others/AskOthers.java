package io.leadloop.reporting.web.others;

import io.leadloop.events.Clock;
import io.leadloop.events.EventJson;
import io.leadloop.events.Profile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks all services at once; the slowest decides how long the page takes, and the client's time-out how long at most. */
@ApplicationScoped
public class AskOthers {
    private static final Logger LOG = Logger.getLogger(AskOthers.class);

    private static final int SCORE_CHANGES = 10;

    private final IntakeClient intake;
    private final ScoringClient scoring;
    private final HandoffClient handoff;
    private final SlaClient sla;

    public AskOthers(
            @RestClient IntakeClient intake,
            @RestClient ScoringClient scoring,
            @RestClient HandoffClient handoff,
            @RestClient SlaClient sla) {
        this.intake = intake;
        this.scoring = scoring;
        this.handoff = handoff;
        this.sla = sla;
    }

    /** @param authorization the user's own header */
    public Uni<Dossier> about(UUID leadId, String authorization) {
        Uni<Part<Profile>> person = part(
                "lead-intake",
                intake.lead(authorization, leadId),
                json -> EventJson.read(json, Answers.Lead.class).profile());
        Uni<Part<Answers.Score>> score = part(
                "scoring-service",
                scoring.score(authorization, leadId),
                json -> EventJson.read(json, Answers.Score.class));
        Uni<Part<List<Answers.ScoreChange>>> history = part(
                "scoring-service",
                scoring.history(authorization, leadId, SCORE_CHANGES),
                json -> EventJson.read(json, Answers.ScoreChanges.class).items());
        Uni<Part<List<Answers.Handoff>>> handoffs = part(
                "handoff-service",
                handoff.handoffs(authorization, leadId),
                json -> EventJson.read(json, Answers.Handoffs.class).items());
        Uni<Part<List<Clock>>> clocks = part(
                "sla-tracker",
                sla.clocks(authorization, leadId),
                json -> EventJson.read(json, Answers.Clocks.class).items());
        return Uni.combine()
                .all()
                .unis(person, score, history, handoffs, clocks)
                .asTuple()
                .map(all -> new Dossier(all.getItem1(), all.getItem2(), all.getItem3(), all.getItem4(), all.getItem5()))
                .chain(dossier -> withBriefedPerson(dossier, authorization));
    }

    /** Intake shows persons to few; a rep and its manager read the person on the hand-off that they were given. */
    private Uni<Dossier> withBriefedPerson(Dossier dossier, String authorization) {
        List<Answers.Handoff> handoffs = dossier.handoffs().told().orElse(List.of());
        if (!(dossier.person() instanceof Part.Hidden<Profile>) || handoffs.isEmpty()) {
            return Uni.createFrom().item(dossier);
        }
        UUID newest = handoffs.getFirst().handoffId();
        return part(
                        "handoff-service",
                        handoff.handoff(authorization, newest),
                        json -> EventJson.read(json, Answers.Handoff.class)
                                .brief()
                                .profile())
                .map(person -> new Dossier(
                        person, dossier.score(), dossier.scoreHistory(), dossier.handoffs(), dossier.clocks()));
    }

    static <T> Uni<Part<T>> part(String service, Uni<String> answer, Function<String, T> reader) {
        return answer.<Part<T>>map(json -> new Part.Told<>(reader.apply(json)))
                .onFailure()
                .recoverWithItem(failure -> gap(service, failure));
    }

    private static <T> Part<T> gap(String service, Throwable failure) {
        int status = failure instanceof WebApplicationException answered
                ? answered.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 -> new Part.Nothing<>();
            case 401, 403 -> new Part.Hidden<>();
            default -> {
                // The type only: a message may quote an answer, and answers have persons in them.
                LOG.warnf(
                        "%s gave no usable answer for a page: %d %s",
                        service, status, failure.getClass().getName());
                yield new Part.Silent<>();
            }
        };
    }
}
