package io.leadloop.scoring.whatif.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.scoring.whatif.rules.TeamShares.Share;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamSharesTest {

    @Test
    void what_is_certain_is_told_apart_from_what_depends_on_who_is_there() {
        // Given a pool of north alone, one that three teams share, and one that gets nothing
        Map<String, List<String>> teams = Map.of(
                "enterprise", List.of("north"),
                "everyone", List.of("north", "south", "west", "south"),
                "partners", List.of("east"));

        // When
        Map<String, Share> shares = TeamShares.of(teams, Map.of("enterprise", 10L, "everyone", 90L));

        // Then
        assertThat(shares)
                .containsExactly(
                        Map.entry("east", new Share(0, 0, 0)),
                        Map.entry("north", new Share(40, 10, 100)),
                        Map.entry("south", new Share(30, 0, 90)),
                        Map.entry("west", new Share(30, 0, 90)));
    }

    @Test
    void what_is_expected_of_all_teams_is_what_the_pools_get() {
        Map<String, Share> shares =
                TeamShares.of(Map.of("a", List.of("n", "s"), "b", List.of("s", "w", "e")), Map.of("a", 7L, "b", 11L));

        assertThat(shares.values().stream().mapToDouble(Share::expected).sum()).isEqualTo(18);
    }
}
