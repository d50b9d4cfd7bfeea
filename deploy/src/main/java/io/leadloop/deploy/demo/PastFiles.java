package io.leadloop.deploy.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A quarter as the two files that a company would export from its old systems. */
final class PastFiles {
    private static final List<String> LEAD_FIELDS = List.of(
            "email",
            "firstName",
            "lastName",
            "phone",
            "company",
            "jobTitle",
            "country",
            "industry",
            "employees",
            "message",
            "source",
            "medium",
            "campaign",
            "landingPage",
            "capturedAt",
            "stage",
            "stageAt");
    private static final List<String> OUTCOME_FIELDS =
            List.of("email", "outcome", "occurredAt", "repId", "persona", "amount", "currency", "reason");

    private PastFiles() {}

    static String leads(List<PastLead> quarter) {
        return file(LEAD_FIELDS, quarter.stream().map(PastFiles::lead));
    }

    static String outcomes(List<PastLead> quarter) {
        return file(OUTCOME_FIELDS, quarter.stream().flatMap(PastFiles::outcome));
    }

    static String leadsMapping() {
        return mapping("leads", LEAD_FIELDS);
    }

    static String outcomesMapping() {
        return mapping("outcomes", OUTCOME_FIELDS);
    }

    private static Stream<String> lead(PastLead past) {
        Person person = past.lead().person();
        Channel channel = past.lead().channel();
        return Stream.of(
                person.email(),
                person.firstName().orElse(""),
                person.lastName().orElse(""),
                person.phone().orElse(""),
                person.company().orElse(""),
                person.jobTitle().orElse(""),
                person.country().orElse(""),
                person.industry().orElse(""),
                person.employees().map(String::valueOf).orElse(""),
                past.lead().message().orElse(""),
                channel.source(),
                channel.medium(),
                past.lead().campaign().orElse(""),
                channel.landingPage(),
                past.capturedAt().toString(),
                past.stage(),
                past.stageAt().toString());
    }

    private static Stream<Stream<String>> outcome(PastLead past) {
        return past.outcome().stream()
                .map(outcome -> Stream.of(
                        past.lead().person().email(),
                        outcome.outcome(),
                        outcome.occurredAt().toString(),
                        outcome.repId(),
                        outcome.persona().orElse(""),
                        outcome.amount().orElse(""),
                        outcome.currency().orElse(""),
                        outcome.reason().orElse("")));
    }

    private static String file(List<String> header, Stream<Stream<String>> rows) {
        return Stream.concat(Stream.of(header.stream()), rows)
                .map(row -> row.map(PastFiles::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String mapping(String kind, List<String> fields) {
        return fields.stream()
                .map(field -> "\"" + field + "\": \"" + field + "\"")
                .collect(Collectors.joining(", ", "{\"kind\": \"" + kind + "\", \"columns\": {", "}}"));
    }
}
