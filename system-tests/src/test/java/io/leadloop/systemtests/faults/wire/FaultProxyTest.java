package io.leadloop.systemtests.faults.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private static final int SHORT_MILLIS = 300;

    private final AtomicInteger heard = new AtomicInteger();
    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void an_echo_behind_a_proxy() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket one = echo.accept();
                    Thread.ofVirtual().start(() -> echo(one));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        proxy = FaultProxy.to(echo.getLocalPort());
    }

    @AfterEach
    void nothing_is_left() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void everything_passes_both_ways_unchanged() throws Exception {
        // Given ten million bytes
        byte[] sent = new byte[10_000_000];
        new Random(1).nextBytes(sent);

        // When they go there and back
        try (Socket client = connect()) {
            CompletableFuture<byte[]> back = CompletableFuture.supplyAsync(() -> read(client, sent.length));
            client.getOutputStream().write(sent);

            // Then they are the same
            assertThat(back.get(20, TimeUnit.SECONDS)).isEqualTo(sent);
        }
    }

    @Test
    void the_end_of_a_connection_passes_too() throws Exception {
        // Given a connection in use
        try (Socket client = connect()) {
            assertThat(ask(client)).isEqualTo('x');

            // When the client says that it has no more
            client.shutdownOutput();

            // Then the server's end comes back
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_swallowed_byte_is_lost_and_its_connection_silent_for_ever() throws Exception {
        // Given a connection in use
        try (Socket old = connect()) {
            assertThat(ask(old)).isEqualTo('x');

            // When the wire swallows everything for a while
            proxy.swallow(Direction.BOTH);
            assertThatThrownBy(() -> ask(old)).isInstanceOf(SocketTimeoutException.class);
            proxy.pass();

            // Then the connection still stands and nothing arrives on it, and a new one works
            assertThatThrownBy(() -> ask(old)).isInstanceOf(SocketTimeoutException.class);
            try (Socket fresh = connect()) {
                assertThat(ask(fresh)).isEqualTo('x');
            }
            assertThat(heard.get()).isEqualTo(2);
        }
    }

    @Test
    void a_connection_made_in_a_black_hole_is_accepted_and_silent() throws Exception {
        // Given a black hole
        proxy.swallow(Direction.BOTH);

        // When a client connects
        try (Socket client = connect()) {
            assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);
            proxy.pass();

            // Then it stays silent
            assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void one_direction_alone_can_be_swallowed() throws Exception {
        // Given a connection whose answers are lost
        try (Socket client = connect()) {
            assertThat(ask(client)).isEqualTo('x');
            proxy.swallow(Set.of(Direction.TO_CLIENT));

            // When the client asks
            assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);

            // Then the server has heard it
            assertThat(heard.get()).isEqualTo(2);
        }
    }

    @Test
    void whoever_is_left_of_a_swallowed_connection_is_told_when_the_wire_is_mended() throws Exception {
        // Given a client that gives up in a black hole
        Socket client = connect();
        assertThat(ask(client)).isEqualTo('x');
        proxy.swallow(Direction.BOTH);
        client.close();
        Thread.sleep(SHORT_MILLIS);
        assertThat(proxy.connections()).isEqualTo(1);

        // When the wire is mended
        proxy.pass();

        // Then the server's end is ended
        Thread.sleep(SHORT_MILLIS);
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void what_is_held_arrives_later() throws Exception {
        // Given a wire that holds
        try (Socket client = connect()) {
            proxy.hold(Direction.BOTH);
            assertThatThrownBy(() -> ask(client)).isInstanceOf(SocketTimeoutException.class);

            // When it lets go
            proxy.pass();

            // Then the answer comes
            assertThat(client.getInputStream().read()).isEqualTo('x');
        }
    }

    @Test
    void a_reset_is_a_reset() throws Exception {
        // Given a connection in use
        try (Socket client = connect()) {
            assertThat(ask(client)).isEqualTo('x');

            // When it is reset
            proxy.reset();

            // Then reading says so
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void a_cut_is_an_orderly_end() throws Exception {
        // Given a connection in use
        try (Socket client = connect()) {
            assertThat(ask(client)).isEqualTo('x');

            // When it is cut
            proxy.cut();

            // Then the stream has ended
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void a_delay_is_at_least_as_long_as_asked() throws Exception {
        // Given a slow wire
        proxy.delay(Duration.ofMillis(100));
        try (Socket client = connect()) {

            // When the client asks
            long begun = System.nanoTime();
            assertThat(ask(client)).isEqualTo('x');

            // Then both ways took their time
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void a_refused_connection_is_reset_at_once() throws Exception {
        // Given a wire that refuses
        proxy.refuse();

        // When a client connects and asks
        try (Socket client = connect()) {

            // Then it is told
            assertThatThrownBy(() -> {
                        int answer = ask(client);
                        if (answer == -1) {
                            throw new SocketException("ended");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    private Socket connect() throws IOException {
        String[] address = proxy.address().split(":", -1);
        Socket socket = new Socket(address[0], Integer.parseInt(address[1]));
        socket.setSoTimeout(SHORT_MILLIS);
        return socket;
    }

    private static int ask(Socket client) throws IOException {
        client.getOutputStream().write('x');
        return client.getInputStream().read();
    }

    private void echo(Socket one) {
        try (one) {
            byte[] buffer = new byte[8192];
            int count;
            while ((count = one.getInputStream().read(buffer)) >= 0) {
                heard.incrementAndGet();
                one.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException ended) {
            heard.decrementAndGet();
        }
    }

    private static byte[] read(Socket socket, int count) {
        try {
            return socket.getInputStream().readNBytes(count);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
