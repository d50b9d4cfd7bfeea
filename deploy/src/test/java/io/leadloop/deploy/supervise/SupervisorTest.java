package io.leadloop.deploy.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Seen;
import io.leadloop.deploy.settings.Layout;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With parts that only say what they are told to. */
class SupervisorTest {
    private static final Seen WELL = new Seen.Well();

    @TempDir
    private Path directory;

    private final FakePart database = new FakePart("database", Set.of());
    private final FakePart service = new FakePart("service", Set.of("database"));
    private final Set<String> wanted = new TreeSet<>(Set.of("database", "service"));
    private final List<String> diary = new ArrayList<>();
    private Restarts restarts;
    private boolean lockIsFree = true;
    private Supervisor supervisor;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    @BeforeEach
    void everything_is_well() throws Exception {
        restarts = new Restarts(new Layout(directory, directory));
        supervisor = new Supervisor(
                List.of(database, service),
                () -> wanted,
                Duration.ofSeconds(40),
                Duration.ofMinutes(4),
                restarts,
                this::ifFree,
                (part, news) -> diary.add(part + " " + news));
        lookFor(Duration.ofSeconds(12));
    }

    @Test
    void a_part_that_has_ended_is_started_again_and_the_book_says_so() throws Exception {
        // Given
        service.there = false;

        // When
        lookFor(Duration.ofSeconds(30));

        // Then
        assertThat(service.starts).isEqualTo(1);
        assertThat(service.furnished).isEqualTo(1);
        assertThat(restarts.all().get("service"))
                .returns(1, Restarts.Entry::times)
                .returns("had ended", Restarts.Entry::why);
        assertThat(diary)
                .containsExactly(
                        " finds all well",
                        "service had ended; started again (1)",
                        "service is back",
                        " finds all well");
    }

    @Test
    void a_part_that_was_stopped_on_purpose_stays_away() throws Exception {
        // Given
        wanted.remove("service");
        service.there = false;

        // When
        lookFor(Duration.ofMinutes(1));

        // Then
        assertThat(service.starts).isZero();
    }

    @Test
    void a_part_that_somebody_has_just_started_is_given_the_time_that_a_start_takes() throws Exception {
        // Given
        wanted.remove("service");
        lookFor(Duration.ofSeconds(10));

        // When it is started by hand and needs two minutes
        service.process = "2";
        service.answer = new Seen.Complaining("did not answer");
        wanted.add("service");
        lookFor(Duration.ofMinutes(2));

        // Then
        assertThat(service.starts).isZero();
    }

    @Test
    void a_service_is_not_blamed_while_the_database_is_away() throws Exception {
        // Given a database that is stopped, and a service that therefore answers nothing
        database.answer = new Seen.Complaining("did not answer");
        service.answer = new Seen.Complaining("did not answer");

        // When
        lookFor(Duration.ofSeconds(50));

        // Then only the database was started again
        assertThat(database.starts).isEqualTo(1);
        assertThat(service.starts).isZero();
    }

    @Test
    void a_service_that_ended_with_the_database_follows_when_it_is_back() throws Exception {
        // Given
        database.there = false;
        database.answerAfterStart = new Seen.Unknown();
        service.there = false;

        // When the database recovers for a while, and then answers
        lookFor(Duration.ofMinutes(3));
        int early = service.starts;
        database.answer = WELL;
        lookFor(Duration.ofSeconds(20));

        // Then
        assertThat(database.starts).isEqualTo(1);
        assertThat(early).isZero();
        assertThat(service.starts).isEqualTo(1);
    }

    @Test
    void nothing_is_started_while_somebody_else_starts_or_stops_parts() throws Exception {
        // Given
        lockIsFree = false;
        service.there = false;

        // When
        lookFor(Duration.ofSeconds(20));
        int meanwhile = service.starts;
        lockIsFree = true;
        lookFor(Duration.ofSeconds(4));

        // Then
        assertThat(meanwhile).isZero();
        assertThat(service.starts).isEqualTo(1);
    }

    @Test
    void a_part_that_does_not_start_is_tried_again_and_holds_up_nobody() throws Exception {
        // Given
        database.startsFail = true;
        FakePart other = service;
        database.there = false;

        // When
        lookFor(Duration.ofSeconds(60));

        // Then after 1, 2, 4, 8 and 16 s
        assertThat(database.starts).isBetween(4, 5);
        assertThat(other.asked).isNotEmpty();
        assertThat(diary).anyMatch(line -> line.startsWith("database does not start: no room"));
    }

    private boolean ifFree(Runnable work) {
        if (lockIsFree) {
            work.run();
        }
        return lockIsFree;
    }

    /** Two seconds between looks, as in life, but without waiting for them. */
    private void lookFor(Duration time) throws InterruptedException {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(2);
            supervisor.look(now);
            supervisor.awaitAnswers();
        }
    }

    private static final class FakePart implements Supervised {
        private final String name;
        private final Set<String> standsOn;
        private final ConcurrentLinkedQueue<Seen> asked = new ConcurrentLinkedQueue<>();
        private volatile boolean there = true;
        private volatile String process = "1";
        private volatile boolean startsFail;
        private volatile Seen answer = WELL;
        private volatile Seen answerAfterStart = WELL;
        private int starts;
        private int furnished;

        FakePart(String name, Set<String> standsOn) {
            this.name = name;
            this.standsOn = standsOn;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> standsOn() {
            return standsOn;
        }

        @Override
        public Optional<String> process() {
            return there ? Optional.of(process) : Optional.empty();
        }

        @Override
        public Seen ask() {
            asked.add(answer);
            return answer;
        }

        @Override
        public void startAgain() {
            starts++;
            if (startsFail) {
                throw new IllegalStateException("no room");
            }
            there = true;
            answer = answerAfterStart;
        }

        @Override
        public void furnish() {
            furnished++;
        }
    }
}
