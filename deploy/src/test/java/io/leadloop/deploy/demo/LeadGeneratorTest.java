package io.leadloop.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.demo.DemoLead.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeadGeneratorTest {
    private static final int MANY = 4_000;

    @Test
    void the_same_seed_makes_the_same_leads_and_another_one_others() {
        assertThat(leads(7, 200)).isEqualTo(leads(7, 200));
        assertThat(leads(7, 200)).isNotEqualTo(leads(8, 200));
    }

    @Test
    void every_address_is_one_that_nobody_can_own() {
        assertThat(leads(1, MANY))
                .allSatisfy(lead -> assertThat(lead.person().email())
                        .matches("[a-z0-9.]+@[a-z-]+\\.example")
                        .hasSizeLessThan(100));
    }

    @Test
    void every_telephone_number_is_from_a_range_for_films_and_examples() {
        List<String> numbers = leads(1, MANY).stream()
                .flatMap(lead -> lead.person().phone().stream())
                .distinct()
                .toList();
        assertThat(numbers)
                .hasSizeGreaterThan(300)
                .allSatisfy(number -> assertThat(number)
                        .matches(
                                "\\+1 \\d{3} 555 01\\d\\d|\\+44 20 7946 0\\d{3}|\\+44 1632 960\\d{3}|\\+49 30 23125 \\d{3}"
                                        + "|\\+33 1 99 00 \\d{4}|\\+61 2 5550 \\d{4}"));
    }

    @Test
    void the_mix_is_what_a_website_gets() {
        // Given many leads
        Map<Kind, Long> kinds =
                leads(3, MANY).stream().collect(Collectors.groupingBy(DemoLead::kind, Collectors.counting()));

        // Then every kind has about its part
        assertThat(percent(kinds, Kind.AGAIN)).isBetween(6.0, 10.0);
        assertThat(percent(kinds, Kind.JUNK)).isBetween(7.0, 14.0);
        assertThat(percent(kinds, Kind.HALF_EMPTY)).isBetween(7.0, 13.0);
        assertThat(percent(kinds, Kind.EAGER)).isBetween(22.0, 38.0);
        assertThat(percent(kinds, Kind.CURIOUS)).isBetween(32.0, 52.0);
    }

    @Test
    void who_comes_again_was_there_before_and_nobody_else_shares_an_address() {
        // Given many leads
        List<DemoLead> leads = leads(5, MANY);

        // When those who come again are left out
        List<String> first = addresses(leads.stream().filter(lead -> lead.kind() != Kind.AGAIN));

        // Then each address is there once, and who comes again has one of them
        assertThat(first).doesNotHaveDuplicates();
        assertThat(first).containsAll(addresses(leads.stream().filter(lead -> lead.kind() == Kind.AGAIN)));
    }

    @Test
    void channels_differ_in_how_many_ask_for_something() {
        // Given many leads
        List<DemoLead> leads = leads(9, MANY);

        // Then partners send better ones than banners
        assertThat(eager(leads, "partner")).isGreaterThan(2 * eager(leads, "display"));
    }

    @Test
    void a_submission_is_what_the_api_takes() {
        DemoLead lead = leads(1, 50).stream()
                .filter(one -> one.kind() == Kind.EAGER)
                .findFirst()
                .orElseThrow();
        String json = LeadJson.submission(lead, Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(json)
                .contains("\"email\":\"" + lead.person().email() + "\"", "\"touch\":{\"source\":", "\"activities\":[{")
                .doesNotContain("null", "Optional");
    }

    private static List<DemoLead> leads(long seed, int count) {
        LeadGenerator generator = new LeadGenerator(seed);
        return Stream.generate(generator::next).limit(count).toList();
    }

    private static List<String> addresses(Stream<DemoLead> leads) {
        return leads.map(lead -> lead.person().email()).toList();
    }

    private static double percent(Map<Kind, Long> kinds, Kind kind) {
        return kinds.get(kind) * 100.0 / MANY;
    }

    private static double eager(List<DemoLead> leads, String source) {
        List<DemoLead> its = leads.stream()
                .filter(lead -> lead.channel().source().equals(source))
                .toList();
        return its.stream().filter(lead -> lead.kind() == Kind.EAGER).count() * 100.0 / its.size();
    }
}
