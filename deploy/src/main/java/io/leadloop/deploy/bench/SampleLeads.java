package io.leadloop.deploy.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Leads of new people, as a web form posts them: about half a kilobyte of JSON each. */
final class SampleLeads {
    private static final String PROFILE = """
            "firstName":"Dana","lastName":"Reyes","phone":"+1 212 555 0142","company":"Acme Industries","jobTitle":"VP Operations",\
            "country":"US","industry":"Manufacturing","employees":1200,"message":"A demo for 40 people, please.",\
            "touch":{"source":"google","medium":"cpc","campaign":"spring-launch","landingPage":"/pricing"}""";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong number = new AtomicLong();
    private final String rest;
    private final boolean keyed;

    private SampleLeads(String rest, boolean keyed) {
        this.rest = rest;
        this.keyed = keyed;
    }

    /** @param headers further lines of the head, each with its end */
    record Post(String headers, byte[] body) {}

    /** People who only leave their address: one lead and one event each. */
    static SampleLeads ofReaders() {
        return new SampleLeads("\"," + PROFILE + "}", false);
    }

    /** The same, each with an Idempotency-Key. */
    SampleLeads withKeys() {
        return new SampleLeads(rest, true);
    }

    /** People who ask for a demo: each is offered to a rep. */
    static SampleLeads ofBuyers() {
        return new SampleLeads(
                "\"," + PROFILE + ",\"activities\":[{\"type\":\"demo_request\",\"occurredAt\":\"" + Instant.now()
                        + "\"}]}",
                false);
    }

    Post next() {
        String name = "dana." + run + "." + number.incrementAndGet();
        String body = "{\"email\":\"" + name + "@acme-industries.example" + rest;
        return new Post(keyed ? "Idempotency-Key: " + name + "\r\n" : "", body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same people as rows of a file for {@code POST /v1/imports}, with the mapping that it needs. */
    static Map<String, String> importFile(int rows) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        StringBuilder csv = new StringBuilder("email,company,jobTitle,industry,employees,campaign,capturedAt\n");
        for (int row = 0; row < rows; row++) {
            csv.append("dana.")
                    .append(run)
                    .append('.')
                    .append(row)
                    .append("@acme-industries.example,Acme Industries,VP Operations,Manufacturing,1200,spring-launch,")
                    .append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(row))
                    .append('\n');
        }
        String columns = "email,company,jobTitle,industry,employees,campaign,capturedAt";
        StringBuilder mapping = new StringBuilder("{\"kind\":\"leads\",\"columns\":{");
        for (String column : columns.split(",", -1)) {
            mapping.append('"').append(column).append("\":\"").append(column).append("\",");
        }
        mapping.setLength(mapping.length() - 1);
        return Map.of("mapping", mapping.append("}}").toString(), "file", csv.toString());
    }
}
