package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether clocks promise something that is kept: from where to where, in whose hours, and what happens otherwise. */
final class ClockCheck {
    private static final Map<String, List<String>> WAYS = Map.of(
            "qualified", List.of("offered"),
            "offered", List.of("answered"),
            "accepted", List.of("attempt", "next-step"));
    private static final List<String> OF_A_COUNT = List.of("spacing", "until");

    private final YamlTree tree;
    private final List<Problem> problems = new ArrayList<>();

    private ClockCheck(YamlTree tree) {
        this.tree = tree;
    }

    static List<Problem> problems(YamlTree tree) {
        ClockCheck check = new ClockCheck(tree);
        JsonNode clocks = tree.root().at("/clocks");
        for (int i = 0; i < clocks.size(); i++) {
            check.clock("/clocks/" + i, clocks.get(i));
        }
        check.offersHaveOneClock(clocks);
        return check.problems;
    }

    private void clock(String path, JsonNode clock) {
        way(path, clock);
        NameCheck.problem(tree, path + "/calendar", "calendar", "/calendars", List.of(Calendars.ALWAYS))
                .ifPresent(problems::add);
        if (clock.path("from").asText().equals("qualified")) {
            if (clock.path("onBreach").asText().equals("reassign")) {
                add(
                        path + "/onBreach",
                        "Nobody has the lead yet that could be reassigned.",
                        "Write remind or escalate.");
            }
            for (String field : List.of("calendarOf", "zoneOf")) {
                if (List.of("rep", "team").contains(clock.path(field).asText())) {
                    add(path + "/" + field, "Before the offer there is no rep and no team yet.", "Leave it out.");
                }
            }
        }
        rungsRise(path, clock.path("ladder"));
    }

    private void way(String path, JsonNode clock) {
        String from = clock.path("from").asText();
        if (!WAYS.containsKey(from)) {
            return;
        }
        if (clock.has("count")) {
            if (!from.equals("accepted") || clock.has("to")) {
                add(path + "/count", "Attempts are counted from accepted on.", "Write from: accepted, and no 'to'.");
            }
            return;
        }
        OF_A_COUNT.stream()
                .filter(clock::has)
                .forEach(field -> add(path + "/" + field, "'%s' needs 'count'.".formatted(field), ""));
        if (!clock.has("to")) {
            add(path, "The clock does not say what ends it.", "Write 'to', or how many attempts as 'count'.");
        } else if (!WAYS.get(from).contains(clock.path("to").asText())) {
            add(
                    path + "/to",
                    "No clock runs from %s to %s."
                            .formatted(from, clock.path("to").asText()),
                    "Possible: " + String.join(", ", WAYS.get(from)) + ".");
        }
    }

    /** A hand-off carries the time by which it is to be accepted, so there must be exactly one such promise. */
    private void offersHaveOneClock(JsonNode clocks) {
        List<Integer> ofOffers = IntStream.range(0, clocks.size())
                .filter(i -> clocks.get(i).path("from").asText().equals("offered"))
                .boxed()
                .toList();
        if (clocks.isArray() && ofOffers.size() != 1) {
            add(
                    "/clocks",
                    "There must be one clock from offered to answered, found %d.".formatted(ofOffers.size()),
                    "");
        } else if (!ofOffers.isEmpty()) {
            JsonNode name = clocks.get(ofOffers.getFirst()).path("name");
            if (name.isTextual() && !name.textValue().equals("acceptance")) {
                add("/clocks/" + ofOffers.getFirst() + "/name", "The clock of offers is named acceptance.", "");
            }
        }
    }

    private void rungsRise(String path, JsonNode ladder) {
        Duration before = Duration.ZERO;
        for (int i = 0; i < ladder.size(); i++) {
            String text = ladder.get(i).path("after").asText();
            if (!text.matches("P[0-9DTHMS]{2,20}")) {
                return;
            }
            Duration after = Duration.parse(text);
            if (after.compareTo(before) <= 0) {
                add(path + "/ladder/" + i + "/after", "%s is not after the step before.".formatted(text), "");
            }
            before = after;
        }
    }

    private void add(String path, String message, String suggestion) {
        problems.add(tree.at(path, message, suggestion));
    }
}
