package io.leadloop.sla.alert.digest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.Quota;
import io.leadloop.events.QuotaState;
import io.leadloop.sla.alert.digest.rules.Digest.Count;
import io.leadloop.sla.alert.digest.rules.Digest.Running;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestMailTest {

    @ParameterizedTest(name = "{0} at {1} in {2} → {3}")
    @CsvSource({
        "2026-03-02T05:00:00Z, 07:00, UTC,              2026-03-02T07:00:00Z",
        "2026-03-02T07:00:00Z, 07:00, UTC,              2026-03-03T07:00:00Z",
        "2026-03-02T09:00:00Z, 07:00, UTC,              2026-03-03T07:00:00Z",
        "2026-03-07T20:00:00Z, 07:00, America/New_York, 2026-03-08T11:00:00Z",
        "2026-03-08T05:00:00Z, 02:30, America/New_York, 2026-03-08T07:30:00Z",
    })
    void the_next_mail_is_at_the_time_of_day_there(Instant now, LocalTime at, ZoneId zone, Instant expected) {
        // When / Then
        assertThat(DigestMail.next(now, at, zone)).isEqualTo(expected);
    }

    @Test
    void it_counts_what_broke_and_lists_what_is_about_to() {
        // Given
        Digest digest = new Digest(
                Instant.parse("2026-03-01T07:00:00Z"),
                Instant.parse("2026-03-02T07:00:00Z"),
                List.of(new Count("acceptance", "sales", 5, 3, 2), new Count("acceptance", "", 1, 0, 0)),
                List.of(new Running("acceptance", "sales", "ana", "0192", Instant.parse("2026-03-02T07:12:00Z"))),
                4,
                List.of(new Quota(
                        "2026-03/grade/A1",
                        "2026-03",
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-04-01T00:00:00Z"),
                        "grade",
                        "A1",
                        QuotaState.WARNED,
                        40,
                        8,
                        10.3,
                        31.3,
                        18,
                        48,
                        8,
                        31)));

        // When
        DigestMail mail = DigestMail.of(digest, ZoneId.of("UTC"), "http://localhost:8085");

        // Then
        assertThat(mail.subject()).isEqualTo("Leadloop: 3 promises broken, 5 about to break");
        assertThat(mail.text()).isEqualTo("""
                Promises from 1 Mar 2026, 07:00 to 2 Mar 2026, 07:00 (UTC)

                Broken: 3, of which nobody looks after 2
                  acceptance, team sales: 3 broken (2 unattended), 5 warnings
                  acceptance, no team: 0 broken (0 unattended), 1 warnings

                About to break now: 5
                  acceptance, team sales, ana: due 2 Mar 2026, 07:12, http://localhost:8085/leads/0192
                  and 4 more

                Workable MQLs this month
                  grade A1: 8 of 40, should be 10.3 by now, will be 18 to 48 (warned)

                Live: http://localhost:8085/promises
                """);
    }
}
