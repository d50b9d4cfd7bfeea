package io.leadloop.agreement.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same questions to Perl's Business::Hours (Debian: libbusiness-hours-perl), which was written by others. Skipped without it. */
class PerlBusinessHoursTest {
    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2027-02-01T00:00:00Z").getEpochSecond();
    private static final int QUESTIONS = 2_000;
    private static final String SCRIPT = """
            use Business::Hours;
            my $h = Business::Hours->new();
            my %day = (Name => 'd', Start => '9:00', End => '17:00');
            $h->business_hours(
              0 => {Name => 'Sunday', Start => undef, End => undef},
              (map { $_ => {%day} } 1 .. 5),
              6 => {Name => 'Saturday', Start => '10:00', End => '14:00'});
            $h->holidays('2026-12-25', '2026-05-01');
            $h->for_timespan(Start => $ARGV[0], End => $ARGV[1]);
            while (<STDIN>) {
              my ($from, $to) = split;
              print $h->between($from, $to - 1), "\\n"; # it counts the last second too
            }
            """;

    @Test
    void another_implementation_counts_the_same_time_between_two_moments() throws Exception {
        assumeTrue(isInstalled(), "Perl's Business::Hours is not installed");
        // Given
        WorkingCalendar calendar = SampleCalendars.read(
                "{'zone': 'America/New_York', 'hours': {'mon-fri': ['09:00-17:00'], 'sat': ['10:00-14:00']},"
                        + " 'days': {'2026-12-25': [], '2026-05-01': []}}");
        Random random = new Random(4);
        List<long[]> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            long from = FIRST + random.nextInt(360 * 86_400);
            questions.add(new long[] {from, from + 1 + random.nextInt(20 * 86_400)});
        }

        // When
        List<Long> theirs = askPerl(questions);

        // Then
        for (int i = 0; i < QUESTIONS; i++) {
            Instant from = Instant.ofEpochSecond(questions.get(i)[0]);
            Instant to = Instant.ofEpochSecond(questions.get(i)[1]);
            assertThat(calendar.between(from, to))
                    .as("from %s to %s", from, to)
                    .isEqualTo(Duration.ofSeconds(theirs.get(i)));
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("perl", "-MBusiness::Hours", "-e", "1")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPerl) {
            return false;
        }
    }

    private static List<Long> askPerl(List<long[]> questions) throws IOException {
        ProcessBuilder perl = new ProcessBuilder("perl", "-e", SCRIPT, Long.toString(FIRST), Long.toString(LAST))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        perl.environment().put("TZ", "America/New_York");
        Process process = perl.start();
        String text = questions.stream().map(q -> q[0] + " " + q[1] + "\n").collect(Collectors.joining());
        Thread asking = Thread.ofVirtual().start(() -> {
            try (var in = process.getOutputStream()) {
                in.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                throw new IllegalStateException(gone);
            }
        });
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            List<Long> answers = out.lines().map(Long::valueOf).toList();
            assertThat(answers).hasSize(questions.size());
            assertThat(asking.isAlive()).isFalse();
            return answers;
        }
    }
}
