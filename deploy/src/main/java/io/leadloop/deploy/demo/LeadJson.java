package io.leadloop.deploy.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** Generated leads as the HTTP API takes them. */
final class LeadJson {
    private static final JsonMapper JSON = new JsonMapper();

    private LeadJson() {}

    /** The body of {@code POST /v1/leads}, with everything that the person did. */
    static String submission(DemoLead lead, Instant now) {
        ObjectNode body = JSON.createObjectNode();
        Person person = lead.person();
        body.put("email", person.email());
        put(body, "firstName", person.firstName());
        put(body, "lastName", person.lastName());
        put(body, "phone", person.phone());
        put(body, "company", person.company());
        put(body, "jobTitle", person.jobTitle());
        put(body, "country", person.country());
        put(body, "industry", person.industry());
        person.employees().ifPresent(employees -> body.put("employees", employees));
        put(body, "message", lead.message());
        ObjectNode touch = body.putObject("touch");
        touch.put("source", lead.channel().source());
        touch.put("medium", lead.channel().medium());
        touch.put("landingPage", lead.channel().landingPage());
        put(touch, "campaign", lead.campaign());
        ArrayNode activities = body.putArray("activities");
        lead.activities()
                .forEach(activity -> activities
                        .addObject()
                        .put("type", activity.type())
                        .put("occurredAt", now.minus(activity.before()).toString()));
        return body.toString();
    }

    /** What the person did before {@code at}, as the items of {@code POST /v1/activities}. */
    static void addActivities(ArrayNode list, DemoLead lead, Instant at) {
        lead.activities()
                .forEach(activity -> list.addObject()
                        .put("email", lead.person().email())
                        .put("type", activity.type())
                        .put("occurredAt", at.minus(activity.before()).toString()));
    }

    static ArrayNode list() {
        return JSON.createArrayNode();
    }

    private static void put(ObjectNode body, String name, Optional<String> value) {
        value.ifPresent(text -> body.put(name, text));
    }
}
