package io.leadloop.reporting.web;

import io.leadloop.events.Axis;
import io.leadloop.events.Clock;
import io.leadloop.events.Contribution;
import io.leadloop.events.Profile;
import io.leadloop.http.Page;
import io.leadloop.reporting.lead.LeadItem;
import io.leadloop.reporting.timeline.TimelineItem;
import io.leadloop.reporting.web.LeadView.Card;
import io.leadloop.reporting.web.LeadView.ClockLine;
import io.leadloop.reporting.web.LeadView.Entry;
import io.leadloop.reporting.web.LeadView.Fact;
import io.leadloop.reporting.web.LeadView.HandoffLine;
import io.leadloop.reporting.web.LeadView.Learned;
import io.leadloop.reporting.web.LeadView.Points;
import io.leadloop.reporting.web.LeadView.Score;
import io.leadloop.reporting.web.LeadView.ScoreStep;
import io.leadloop.reporting.web.others.Answers;
import io.leadloop.reporting.web.others.Dossier;
import io.leadloop.reporting.web.others.Part;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a lead as the lines of its page, times in the agreement's zone. */
final class LeadPage {
    /** Ids, and what the entry's sentence or the cards say. */
    private static final Set<String> SAID_ALREADY =
            Set.of("handoffId", "clockId", "agreementVersion", "share", "clock", "grade", "channel", "result", "type");

    private static final Set<String> TIMES = Set.of("acceptBy", "dueAt", "until");

    private final ZoneId zone;

    LeadPage(ZoneId zone) {
        this.zone = zone;
    }

    LeadView view(LeadItem lead, Page<TimelineItem> timeline, Dossier dossier) {
        return new LeadView(
                lead.leadId().toString(),
                title(lead, dossier),
                lead.stage(),
                zone.getId(),
                card(dossier.person(), LeadPage::person, "lead-intake", "Nothing is known of the person."),
                Card.of(origin(lead), "The lead itself has not arrived here yet."),
                score(dossier.score()),
                card(dossier.scoreHistory(), this::scoreHistory, "scoring-service", "No change yet."),
                card(dossier.handoffs(), this::handoffs, "handoff-service", "Not handed to a rep yet."),
                card(dossier.clocks(), this::clocks, "sla-tracker", "No clock has started."),
                timeline.items().stream().map(this::entry).toList(),
                Optional.ofNullable(timeline.nextCursor())
                        .map(next -> "/leads/" + lead.leadId()
                                + PeriodQuery.of("", "").with("cursor", next))
                        .orElse(""));
    }

    private static String title(LeadItem lead, Dossier dossier) {
        String name = dossier.person().told().stream()
                .flatMap(person -> Stream.of(person.firstName(), person.lastName()))
                .filter(part -> part != null && !part.isBlank() && !part.contains("*"))
                .collect(Collectors.joining(" "));
        String label = LeadTable.label(lead);
        return name.isEmpty() ? label : lead.company() == null ? name : name + ", " + label;
    }

    private static <S, T> Card<T> card(Part<S> part, Function<S, List<T>> lines, String service, String nothing) {
        return switch (part) {
            case Part.Told<S> told -> Card.of(lines.apply(told.value()), nothing);
            case Part.Nothing<S> unused -> Card.of(List.of(), nothing);
            case Part.Hidden<S> unused -> Card.of(List.of(), "Your role does not show this.");
            case Part.Silent<S> unused -> Card.of(List.of(), silent(service));
        };
    }

    private static String silent(String service) {
        return service + " does not answer right now. Reload to try again.";
    }

    private static List<Fact> person(Profile person) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "E-mail", person.email());
        add(facts, "Phone", person.phone());
        add(facts, "Job", person.jobTitle());
        add(facts, "Company", person.company());
        add(facts, "Industry", person.industry());
        add(facts, "Employees", person.employees() == null ? null : Wording.count(person.employees()));
        add(facts, "Country", person.country());
        add(facts, "Message", person.message());
        return facts;
    }

    private List<Fact> origin(LeadItem lead) {
        List<Fact> facts = new ArrayList<>();
        if (lead.capturedAt() != null) {
            add(
                    facts,
                    "Captured",
                    new Moment(lead.capturedAt(), zone).text() + (lead.historical() ? ", imported" : ""));
        }
        add(facts, "Source", lead.source());
        add(facts, "Medium", lead.medium());
        add(facts, "Campaign", lead.campaign());
        add(facts, "Landing page", lead.landingPage());
        if (lead.amount() != null) {
            add(
                    facts,
                    "Amount",
                    Wording.money(lead.amount().amount().toPlainString()) + " "
                            + lead.amount().currency());
        }
        add(facts, "Reason", lead.reason());
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }

    private Score score(Part<Answers.Score> part) {
        return switch (part) {
            case Part.Told<Answers.Score> told -> score(told.value());
            case Part.Nothing<Answers.Score> unused -> noScore("Not scored yet.");
            case Part.Hidden<Answers.Score> unused -> noScore("Your role does not show this.");
            case Part.Silent<Answers.Score> unused -> noScore(silent("scoring-service"));
        };
    }

    private Score score(Answers.Score score) {
        return new Score(
                score.grade(),
                score.fit(),
                score.interest(),
                score.persona() == null ? "" : score.persona(),
                score.agreementVersion(),
                moment(score.scoredAt()),
                score.contributions().stream().map(LeadPage::points).toList(),
                next(score.nextChange()),
                learned(score.learned()),
                "");
    }

    private String next(Answers.NextChange next) {
        if (next == null) {
            return "";
        }
        String why = next.reason().equals("rule_expired") ? "a rule expires" : "what the lead did fades";
        return "If nothing happens, " + next.grade() + " from "
                + moment(next.at()).seconds() + ", because " + why + ".";
    }

    private List<ScoreStep> scoreHistory(List<Answers.ScoreChange> changes) {
        return changes.stream()
                .map(change -> new ScoreStep(
                        moment(change.at()),
                        change.grade(),
                        change.fit(),
                        change.interest(),
                        change.reasons().stream()
                                .map(reason -> why(reason, change.agreementVersion()))
                                .collect(Collectors.joining(", ")),
                        change.differences().stream()
                                .map(line -> line.rule() + " " + line.before() + " → " + line.after())
                                .toList()))
                .toList();
    }

    private static String why(String reason, int agreement) {
        return switch (reason) {
            case "activity" -> "the lead did something";
            case "profile" -> "more is known of the lead";
            case "decay" -> "what it did has faded";
            case "rule_expired" -> "a rule expired";
            case "agreement" -> "agreement " + agreement + " is in force";
            case "reopened" -> "Marketing has it back";
            default -> Wording.words(reason);
        };
    }

    private static Learned learned(Answers.Learned learned) {
        if (learned == null) {
            return null;
        }
        String percent = learned.probability() == null ? "" : Math.round(100 * learned.probability()) + " %";
        return new Learned(
                percent,
                Stream.of(learned.inFavour(), learned.against())
                        .flatMap(List::stream)
                        .map(effect -> new Fact(effect.factor(), "×" + effect.odds()))
                        .toList(),
                learned.note() == null ? "" : learned.note());
    }

    private static Score noScore(String note) {
        return new Score("", 0, 0, "", 0, null, List.of(), "", null, note);
    }

    private static Points points(Contribution line) {
        return new Points(
                line.axis() == Axis.FIT ? "Fit" : "Interest",
                line.rule(),
                line.reason() == null || line.reason().equals(line.rule()) ? "" : line.reason(),
                (line.points() > 0 ? "+" : line.points() < 0 ? "−" : "") + Math.abs(line.points()),
                line.points() < 0,
                Math.min(100, Math.abs(line.points())));
    }

    private List<HandoffLine> handoffs(List<Answers.Handoff> handoffs) {
        return handoffs.stream()
                .map(handoff -> new HandoffLine(
                        handoff.round(),
                        handoff.repName() == null ? handoff.repId() : handoff.repName(),
                        handoff.state(),
                        moment(handoff.offeredAt()),
                        moment(handoff.acceptBy()),
                        moment(handoff.answeredAt()),
                        handoff.attempts(),
                        handoff.rejectReason() == null ? "" : handoff.rejectReason()))
                .toList();
    }

    private List<ClockLine> clocks(List<Clock> clocks) {
        return clocks.stream()
                .map(clock -> new ClockLine(
                        Wording.words(clock.clock()),
                        Wording.words(clock.state().name()),
                        Wording.orNothing(clock.repId()),
                        moment(clock.startedAt()),
                        moment(clock.dueAt()),
                        moment(clock.endedAt())))
                .toList();
    }

    private Moment moment(Instant at) {
        return at == null ? null : new Moment(at, zone);
    }

    private Entry entry(TimelineItem item) {
        return new Entry(
                moment(item.at()),
                item.kind().replaceAll("\\..*", ""),
                item.text(),
                item.facts().entrySet().stream()
                        .filter(fact -> !SAID_ALREADY.contains(fact.getKey()))
                        .map(fact -> new Fact(Wording.words(fact.getKey()), value(fact.getKey(), fact.getValue())))
                        .toList());
    }

    private String value(String name, String value) {
        return TIMES.contains(name) ? moment(Instant.parse(value)).seconds() : value;
    }
}
