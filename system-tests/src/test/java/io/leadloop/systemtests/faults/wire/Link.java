package io.leadloop.systemtests.faults.wire;

import static io.leadloop.systemtests.faults.wire.Direction.TO_CLIENT;
import static io.leadloop.systemtests.faults.wire.Direction.TO_SERVER;

import java.io.IOException;
import java.net.Socket;

/** One connection from a client through the proxy to the server. */
final class Link {
    private static final int BUFFER_BYTES = 16_384;

    private final Socket client;
    private final Socket server;
    private final Sky sky;
    private volatile boolean broken;
    private volatile boolean oneEndHasGone;

    Link(Socket client, Socket server, Sky sky) {
        this.client = client;
        this.server = server;
        this.sky = sky;
    }

    /** Carries until both directions have ended. */
    void carry() {
        if (!server.isConnected()) {
            broken = true;
            carry(client, null, TO_SERVER);
            return;
        }
        Thread back = Thread.ofVirtual().start(() -> carry(server, client, TO_CLIENT));
        carry(client, server, TO_SERVER);
        try {
            back.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** After the weather has cleared: whoever still holds the connection learns that the other end has gone. */
    void tellWhoIsLeft() {
        if (broken && oneEndHasGone) {
            reset();
        }
    }

    void reset() {
        reset(client);
        reset(server);
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            return;
        }
        closeQuietly(socket);
    }

    private void carry(Socket from, Socket to, Direction direction) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            int count;
            while ((count = from.getInputStream().read(buffer)) >= 0) {
                broken |= sky.now().swallows().contains(direction);
                if (!broken) {
                    Thread.sleep(sky.now().delay());
                    sky.awaitPassage(direction);
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
            sky.awaitPassage(direction);
            endOf(to, direction);
        } catch (IOException ended) {
            reset();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void endOf(Socket to, Direction direction) throws IOException {
        broken |= sky.now().swallows().contains(direction);
        if (!broken) {
            to.shutdownOutput();
            return;
        }
        oneEndHasGone = true;
        if (sky.now().swallows().isEmpty()) {
            reset();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Closing was all that was wanted.
        }
    }
}
