package io.leadloop.agreement.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Worked out by hand, each with its reason. Times are those on the wall of the calendar's zone, unless they name an offset. In 2026
 * the 2nd of March is a Monday; clocks jump on 8 March and 1 November in New York, on 29 March and 25 October in Berlin.
 */
class WorkingTimeTableTest {

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            nine       | 2026-03-07T18:00           | PT1H          | 2026-03-09T10:00      | Saturday evening, so it counts from Monday 9:00
            nine       | 2026-03-02T10:00           | PT1H          | 2026-03-02T11:00      | within the day
            nine       | 2026-03-02T08:00           | PT1H          | 2026-03-02T10:00      | before opening, so it counts from 9:00
            nine       | 2026-03-02T16:30           | PT1H          | 2026-03-03T09:30      | half today and half tomorrow
            nine       | 2026-03-06T16:30           | PT1H          | 2026-03-09T09:30      | half on Friday and half on Monday
            nine       | 2026-03-02T16:00           | PT1H          | 2026-03-02T17:00      | used up at closing, which is not yet tomorrow
            nine       | 2026-03-02T17:00           | PT1H          | 2026-03-03T10:00      | at closing nothing counts any more
            nine       | 2026-03-02T09:00           | PT8H          | 2026-03-02T17:00      | a whole day
            nine       | 2026-03-02T09:00           | PT8H1M        | 2026-03-03T09:01      | a day and a minute
            nine       | 2026-03-02T09:00           | PT40H         | 2026-03-06T17:00      | a whole week ends on Friday
            nine       | 2026-03-02T09:00           | PT41H         | 2026-03-09T10:00      | a week and an hour
            nine       | 2026-03-02T12:00           | P1D           | 2026-03-05T12:00      | a day is 24 hours: 5 + 8 + 8 + 3
            nine       | 2026-03-02T16:59:59.999999 | PT0.000001S   | 2026-03-02T17:00      | the last microsecond
            nine       | 2026-03-08T23:59           | PT15M         | 2026-03-09T09:15      | just before Monday begins
            nine       | 2026-03-06T17:00           | PT0S          | 2026-03-06T17:00      | no time at all is used up at once
            shop       | 2026-03-02T11:30           | PT1H          | 2026-03-02T13:30      | lunch does not count
            shop       | 2026-03-02T12:30           | PT30M         | 2026-03-02T13:30      | arrives during lunch
            shop       | 2026-03-02T16:30           | PT2H          | 2026-03-02T19:30      | 30 minutes, a break, 90 minutes
            shop       | 2026-03-02T08:00           | PT10H         | 2026-03-02T20:00      | three shifts: 4 + 4 + 2
            shop       | 2026-03-06T19:30           | PT1H          | 2026-03-07T10:30      | Saturday has hours of its own
            shop       | 2026-03-07T13:00           | PT2H          | 2026-03-09T09:00      | an hour on Saturday, none on Sunday, one on Monday
            weeknights | 2026-03-02T23:00           | PT2H          | 2026-03-03T01:00      | over midnight
            weeknights | 2026-03-03T05:00           | PT2H          | 2026-03-03T23:00      | the night's last hour, then the next night's first
            weeknights | 2026-03-06T05:30           | PT1H          | 2026-03-08T22:30      | Thursday's night ends on Friday; next is Sunday's
            weeknights | 2026-03-07T12:00           | PT8H          | 2026-03-09T06:00      | Sunday's night reaches to Monday 6:00
            nights     | 2026-03-28T22:00           | PT7H          | 2026-03-29T06:00      | the night of the jump has seven hours
            nights     | 2026-03-28T22:00           | PT8H          | 2026-03-29T23:00      | and its eighth comes the night after
            nights     | 2026-10-24T22:00           | PT8H          | 2026-10-25T05:00      | eight hours after 22:00 it is 5:00, as 2:00 came twice
            nights     | 2026-10-24T22:00           | PT9H          | 2026-10-25T06:00      | that night has nine
            evening    | 2026-03-02T23:30           | PT1H          | 2026-03-03T16:30      | until 24:00, then from 16:00
            evening    | 2026-03-02T16:00           | PT8H          | 2026-03-03T00:00      | 24:00 is 0:00 of the next day
            around     | 2026-03-02T00:00           | P7D           | 2026-03-09T00:00      | around the clock no midnight costs a minute
            around     | 2026-03-07T23:55           | PT15M         | 2026-03-08T00:10      | through midnight
            office     | 2026-03-02T12:00           | PT1H          | 2026-03-02T14:00      | lunch from 12:30 to 13:30
            office     | 2026-03-06T17:00           | PT1H          | 2026-03-09T09:30      | the clocks jump on Sunday, the wall says 9:30 all the same
            office     | 2026-03-06T22:00Z          | PT1H          | 2026-03-09T13:30Z     | which in UTC is an hour earlier than on Friday
            office     | 2026-07-02T17:00           | PT1H          | 2026-07-06T09:30      | the 4th of July is a Saturday, observed on Friday
            office     | 2026-11-25T17:00           | PT1H          | 2026-11-27T09:30      | Thanksgiving is a Thursday
            office     | 2027-12-30T17:00           | PT1H          | 2028-01-03T09:30      | New Year 2028 is a Saturday, observed the year before
            bavaria    | 2026-01-05T16:30           | PT1H          | 2026-01-07T09:30      | Epiphany is a holiday in Bavaria
            berlin     | 2026-01-05T16:30           | PT1H          | 2026-01-06T09:30      | and none in Berlin
            berlin     | 2026-04-02T16:00           | PT2H          | 2026-04-07T10:00      | Good Friday to Easter Monday
            bavaria    | 2027-10-29T16:30           | PT1H          | 2027-11-02T09:30      | All Saints' is a Monday
            fair       | 2026-04-30T16:30           | PT1H          | 2026-05-01T10:30      | own hours win over Labour Day
            half       | 2026-12-24T11:30           | PT1H          | 2026-12-28T09:30      | half a day, a day off, a weekend
            half       | 2026-12-30T16:30           | PT1H          | 2027-01-01T09:30      | the 31st is off every year
            half       | 2027-12-30T16:30           | PT1H          | 2027-12-31T10:30      | but this year has hours for it
            summer     | 2026-06-30T16:30           | PT1H          | 2026-07-01T08:30      | in July days begin at 8:00
            summer     | 2026-07-02T13:30           | PT1H          | 2026-07-06T08:30      | and end at 14:00; Fridays are off
            summer     | 2026-07-31T10:00           | PT1H          | 2026-08-03T10:00      | the last day of July is one of them
            early      | 2026-03-08T01:30           | PT30M         | 2026-03-08T03:00      | at 2:00 it is 3:00 and the shift is over
            early      | 2026-03-08T01:30           | PT31M         | 2026-03-09T01:31      | what the jump swallowed is not worked
            early      | 2026-11-01T05:30Z          | PT2H          | 2026-11-01T02:30      | from the first 1:30 to 2:30 pass two hours
            lord-howe  | 2026-10-04T00:00           | PT23H30M      | 2026-10-05T00:00      | clocks jump by half an hour
            cairo      | 2026-04-24T01:00           | PT23H         | 2026-04-25T00:00      | a day that begins at 1:00
            kathmandu  | 2026-03-02T03:00Z          | PT15M         | 2026-03-02T03:30Z     | 8:45 at +5:45, so it counts from 9:00
            """)
    void working_time_after_a_moment(String calendar, String from, Duration time, String due, String reason) {
        // Given
        WorkingCalendar hours = SampleCalendars.named(calendar);
        Instant start = moment(from, hours);

        // When
        Instant found = hours.add(start, time);

        // Then
        assertThat(found).as(reason).isEqualTo(moment(due, hours));
        assertThat(hours.between(start, found)).as("and back").isEqualTo(time);
        assertThat(hours.between(found, start)).as("backwards").isEqualTo(time.negated());
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            nine       | 2026-03-02T10:00 | 2026-03-02T10:00
            nine       | 2026-03-02T09:00 | 2026-03-02T09:00
            nine       | 2026-03-02T17:00 | 2026-03-03T09:00
            nine       | 2026-03-06T17:00 | 2026-03-09T09:00
            shop       | 2026-03-02T12:00 | 2026-03-02T13:00
            weeknights | 2026-03-03T05:59 | 2026-03-03T05:59
            weeknights | 2026-03-03T06:00 | 2026-03-03T22:00
            office     | 2026-07-02T17:30 | 2026-07-06T09:00
            cairo      | 2026-04-24T00:00 | 2026-04-24T01:00
            skipped    | 2026-03-07T02:30 | 2026-03-09T02:00
            """)
    void the_next_working_moment(String calendar, String from, String next) {
        // Given
        WorkingCalendar hours = SampleCalendars.named(calendar);

        // When / Then
        assertThat(hours.next(moment(from, hours))).isEqualTo(moment(next, hours));
    }

    static Instant moment(String text, WorkingCalendar calendar) {
        return text.endsWith("Z")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
    }
}
