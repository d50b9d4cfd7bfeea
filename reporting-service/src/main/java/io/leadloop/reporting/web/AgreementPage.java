package io.leadloop.reporting.web;

import io.leadloop.reporting.web.AgreementView.Draft;
import io.leadloop.reporting.web.AgreementView.InForce;
import io.leadloop.reporting.web.AgreementView.Signed;
import io.leadloop.reporting.web.AgreementView.Signing;
import io.leadloop.reporting.web.AgreementView.Version;
import io.leadloop.reporting.web.others.AgreementAnswers;
import io.leadloop.reporting.web.others.AgreementAnswers.Papers;
import io.leadloop.reporting.web.others.Part;
import java.time.ZoneId;
import java.util.List;

/** The agreement as both sides read it, times in its own zone. */
final class AgreementPage {
    private final ZoneId zone;
    private final String tracker;
    private final String script;
    private final List<String> sides;

    /**
     * @param tracker sla-tracker's address, for the commands
     * @param script address of what sends what buttons say
     * @param sides for which the reader may sign
     */
    AgreementPage(ZoneId zone, String tracker, String script, List<String> sides) {
        this.zone = zone;
        this.tracker = tracker;
        this.script = script;
        this.sides = sides;
    }

    AgreementView view(Papers papers) {
        return new AgreementView(
                note(papers.current()),
                zone.getId(),
                papers.current().told().map(this::inForce).orElse(null),
                papers.draft().told().map(this::draft).orElse(null),
                papers.versions().told().orElse(List.of()).stream()
                        .map(this::version)
                        .toList(),
                script);
    }

    private static String note(Part<AgreementAnswers.Current> current) {
        return switch (current) {
            case Part.Told<AgreementAnswers.Current> told -> "";
            case Part.Nothing<AgreementAnswers.Current> unused -> "No agreement is in force yet.";
            case Part.Hidden<AgreementAnswers.Current> unused -> "Your role does not show this.";
            case Part.Silent<AgreementAnswers.Current> unused ->
                "sla-tracker does not answer right now. Reload to try again.";
        };
    }

    private InForce inForce(AgreementAnswers.Current current) {
        return new InForce(
                current.version(),
                new Moment(current.inForceFrom(), zone),
                signatures(current.signatures()),
                current.document());
    }

    private Draft draft(AgreementAnswers.Draft draft) {
        List<String> broken = draft.brokenExamples().stream()
                .map(AgreementAnswers.Broken::text)
                .toList();
        return new Draft(
                draft.version(),
                draft.writtenBy(),
                new Moment(draft.writtenAt(), zone),
                draft.comparedWith(),
                draft.changes().stream().map(AgreementAnswers.Change::text).toList(),
                broken,
                signatures(draft.signatures()),
                draft.missing(),
                broken.isEmpty()
                        ? draft.missing().stream()
                                .map(party -> command(party, draft))
                                .toList()
                        : List.of(),
                broken.isEmpty()
                        ? draft.missing().stream()
                                .filter(sides::contains)
                                .map(party -> new Signing(
                                        party,
                                        "/api/sla/v1/agreements/" + draft.version() + "/signatures",
                                        draft.sha256()))
                                .toList()
                        : List.of(),
                draft.document());
    }

    private String command(String party, AgreementAnswers.Draft draft) {
        return "curl -X POST -H \"Authorization: Bearer $(./leadloop token "
                + (party.equals("sales") ? "manager" : party)
                + ")\" -H 'Content-Type: application/json' -d '{\"sha256\": \""
                + draft.sha256() + "\"}' " + tracker + "/v1/agreements/" + draft.version() + "/signatures";
    }

    private Version version(AgreementAnswers.Version version) {
        return new Version(
                version.version(),
                Wording.words(version.state()),
                new Moment(version.inForceFrom(), zone),
                signatures(version.signatures()));
    }

    private List<Signed> signatures(List<AgreementAnswers.Signed> signatures) {
        return signatures.stream()
                .map(one -> new Signed(
                        one.party(),
                        one.by(),
                        new Moment(one.at(), zone),
                        one.inForceFrom() == null ? "" : new Moment(one.inForceFrom(), zone).text()))
                .toList();
    }
}
