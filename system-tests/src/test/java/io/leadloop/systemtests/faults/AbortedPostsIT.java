package io.leadloop.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.faults.Probe.Call;
import io.leadloop.systemtests.faults.Probe.Calling;
import io.leadloop.systemtests.world.Eventually;
import io.leadloop.systemtests.world.Json;
import io.leadloop.systemtests.world.SampleWorld;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that go away in the middle of a post cost nothing: no connection, no half a lead, no speed. */
@Tag("faults")
class AbortedPostsIT {
    private static final int ABORTED = Integer.getInteger("faults.aborted", 1_000);
    private static final int AT_ONCE = 32;
    private static final int LONGEST_MILLIS = 60;
    private static final int POOL = 12;
    /** Below this a doubled latency is the machine's noise. */
    private static final Duration NOISE = Duration.ofMillis(50);

    private final FaultyWorld world = FaultyWorld.running();
    private final String storm = "storm-" + UUID.randomUUID();

    @Test
    void aborted_posts_leave_intake_as_fast_as_before_and_each_lead_whole_or_absent() throws Exception {
        // Given how posts are answered while all is well
        Duration before = medianOf100();

        // When many clients connect, post and go away
        abortMany();

        // Then posts are answered as before
        assertThat(medianOf100()).isLessThan(before.multipliedBy(2).plus(NOISE));
        // And nobody holds a connection any more
        Eventually.within(
                Duration.ofSeconds(10),
                () -> assertThat(world.databases()
                                .query(
                                        Service.LEAD_INTAKE,
                                        "select state from pg_stat_activity where usename = 'lead_intake'"
                                                + " and backend_type = 'client backend' and state <> 'idle'"
                                                + " and pid <> pg_backend_pid()"))
                        .isEmpty());
        assertThat(world.databases()
                        .query(
                                Service.LEAD_INTAKE,
                                "select pid from pg_stat_activity where usename = 'lead_intake'"
                                        + " and backend_type = 'client backend'"))
                .hasSizeLessThanOrEqualTo(POOL + 5);
        // And each aborted lead is whole or absent
        Set<String> stored = new HashSet<>(world.databases()
                .query(Service.LEAD_INTAKE, "select lead_id from lead where email like '" + storm + "%'"));
        System.out.printf("%d posts aborted, %d of them stored%n", ABORTED, stored.size());
        Eventually.within(Duration.ofSeconds(20), () -> assertThat(captured()).isEqualTo(stored));
    }

    private Set<String> captured() {
        Set<String> leads = new HashSet<>();
        world.topics().each("leadloop.leads", seen -> {
            if (seen.type().endsWith("lead.captured.v1")
                    && Json.read(seen.value())
                            .at("/lead/profile/email")
                            .asText()
                            .startsWith(storm)) {
                leads.add(seen.key());
            }
        });
        return leads;
    }

    private void abortMany() throws InterruptedException {
        URI intake = world.installation().address(Service.LEAD_INTAKE);
        String token = world.installation().token(Role.INTAKE, Map.of());
        Random random = new Random(1);
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ABORTED; i++) {
                byte[] request = request(intake, token, i);
                int length = random.nextInt(4) == 0 ? random.nextInt(request.length) : request.length;
                long millis = random.nextLong(LONGEST_MILLIS + 1);
                boolean reset = random.nextBoolean();
                places.acquire();
                clients.execute(() -> {
                    abort(intake, request, length, millis, reset);
                    places.release();
                });
            }
        }
    }

    private static void abort(URI intake, byte[] request, int length, long millis, boolean reset) {
        try (Socket socket = new Socket(intake.getHost(), intake.getPort())) {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.getOutputStream().write(request, 0, length);
            Thread.sleep(millis);
        } catch (IOException serverWasFaster) {
            // Whatever became of it: nobody was waiting.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] request(URI intake, String token, int number) {
        ObjectNode lead = SampleWorld.dana().put("email", storm + "-" + number + "@example.com");
        lead.remove("activities");
        byte[] body = lead.toString().getBytes(StandardCharsets.UTF_8);
        String head = "POST /v1/leads HTTP/1.1\r\nHost: " + intake.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        byte[] bytes = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, head.length());
        System.arraycopy(body, 0, bytes, head.length(), body.length);
        return bytes;
    }

    private Duration medianOf100() {
        Calling posting = RefusalIT.posting(world);
        List<Call> calls =
                IntStream.range(0, 100).mapToObj(i -> Probe.once(posting)).toList();
        assertThat(calls).allSatisfy(call -> assertThat(call.status()).isEqualTo(201));
        return calls.stream().map(Call::took).sorted().toList().get(50);
    }
}
