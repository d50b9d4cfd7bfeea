package io.leadloop.deploy.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One kept-alive connection that posts leads, one at a time, and never waits: {@link Load} serves all of them with one thread. The
 * load comes from the same two cores as what it measures, so it costs as little as it can.
 */
final class PostConnection implements Closeable {
    private static final int LARGEST_ANSWER = 16 * 1024;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final SocketChannel channel;
    private final byte[] head;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
    private long due;
    private long sentAt;

    PostConnection(URI service, String token, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", service.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ, this);
        assert key.isValid();
        head = ("POST /v1/leads HTTP/1.1\r\nHost: localhost:" + service.getPort() + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: ")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What the service answered; the id is there when a lead was captured. */
    record Answer(int status, String body) {
        private static final String ID = "\"leadId\":\"";

        boolean isCaptured() {
            return status == 201;
        }

        UUID leadId() {
            int from = body.indexOf(ID) + ID.length();
            return UUID.fromString(body.substring(from, from + 36));
        }
    }

    /** When the post that it is at was due, in nanoseconds as the system counts them. */
    long due() {
        return due;
    }

    /** When it was sent, which is later when no connection was free. */
    long sentAt() {
        return sentAt;
    }

    void post(SampleLeads.Post lead, long dueAt) throws IOException {
        due = dueAt;
        sentAt = System.nanoTime();
        byte[] rest = (lead.body().length + "\r\n" + lead.headers() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer request = ByteBuffer.allocate(head.length + rest.length + lead.body().length)
                .put(head)
                .put(rest)
                .put(lead.body())
                .flip();
        while (request.hasRemaining()) {
            if (channel.write(request) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    /** Takes what has come; empty until the answer is whole. */
    Optional<Answer> read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("The service closed the connection");
        }
        if (!in.hasRemaining()) {
            throw new IOException("An answer has more than " + LARGEST_ANSWER + " bytes");
        }
        String text = new String(in.array(), 0, in.position(), StandardCharsets.UTF_8);
        int endOfHead = text.indexOf(END_OF_HEAD);
        if (endOfHead < 0) {
            return Optional.empty();
        }
        int bodyAt = endOfHead + END_OF_HEAD.length();
        if (in.position() < bodyAt + lengthOfBody(text.substring(0, endOfHead))) {
            return Optional.empty();
        }
        in.clear();
        return Optional.of(new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(bodyAt)));
    }

    private static int lengthOfBody(String answerHead) throws IOException {
        String name = "\r\ncontent-length:";
        int at = answerHead.toLowerCase(Locale.ROOT).indexOf(name);
        if (at < 0) {
            throw new IOException(
                    "An answer has no length: " + answerHead.lines().findFirst());
        }
        int end = answerHead.indexOf('\r', at + name.length());
        return Integer.parseInt(answerHead
                .substring(at + name.length(), end < 0 ? answerHead.length() : end)
                .strip());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
