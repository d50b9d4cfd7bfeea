package io.leadloop.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import java.util.ArrayList;
import java.util.List;

/** A calendar that stands alone, for people who try one before they put it into an agreement. */
public sealed interface CalendarReading {

    record Valid(WorkingCalendar calendar) implements CalendarReading {}

    /** @param problems at least one */
    record Invalid(List<Problem> problems) implements CalendarReading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** @param json as it stands in an agreement; the name may be left out */
    static CalendarReading of(JsonNode json) {
        JsonNode named = json.deepCopy();
        if (named instanceof ObjectNode object && !object.has("name")) {
            object.put("name", "calendar");
        }
        YamlTree tree = YamlTree.of(named.toString());
        List<Problem> problems = new ArrayList<>(tree.problems());
        problems.addAll(SchemaCheck.calendarProblems(tree));
        problems.addAll(CalendarCheck.problems(tree, ""));
        return problems.isEmpty() ? new Valid(rule(tree.root()).calendar()) : new Invalid(problems);
    }

    private static CalendarRule rule(JsonNode checked) {
        try {
            return AgreementReader.MAPPER.treeToValue(checked, CalendarRule.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The schema lets something through that the record refuses", impossible);
        }
    }
}
