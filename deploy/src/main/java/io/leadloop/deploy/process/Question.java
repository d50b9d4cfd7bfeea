package io.leadloop.deploy.process;

import io.leadloop.deploy.Seen;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Short questions of the supervisor; an answer later than a few seconds is none. */
public final class Question {
    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final short API_VERSIONS = 18;

    private Question() {}

    /** Well when the address answers 200. */
    public static Seen http(URI address) {
        try {
            HttpResponse<String> answer = Http.get(address, WITHIN);
            return answer.statusCode() == 200
                    ? new Seen.Well()
                    : new Seen.Complaining("answered %s with %d".formatted(address.getPath(), answer.statusCode()));
        } catch (IOException noAnswer) {
            return new Seen.Complaining("did not answer " + address.getPath());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Seen.Unknown();
        }
    }

    /** Well when the broker says which requests it knows. By hand: a client of its own would cost more than all the rest. */
    public static Seen kafka(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) WITHIN.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) WITHIN.toMillis());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            // Length of the rest, request, its version, correlation id, no client id.
            out.writeInt(10);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(1);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int length = in.readInt();
            int correlation = in.readInt();
            int error = in.readShort();
            return length > 6 && correlation == 1 && error == 0
                    ? new Seen.Well()
                    : new Seen.Complaining("answered with error " + error);
        } catch (IOException noAnswer) {
            return new Seen.Complaining("did not answer");
        }
    }
}
