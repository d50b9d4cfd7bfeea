package io.leadloop.deploy.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a log, once or as it grows. */
public final class Logs {
    private static final int TAIL_BYTES = 200_000;

    private Logs() {}

    public static String tail(Path log, int lines) {
        if (!Files.exists(log)) {
            return "(no log)";
        }
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            List<String> all = read(channel.position(from)).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints what is appended until the thread is interrupted. */
    public static void follow(Path log, PrintStream out) throws InterruptedException {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            var unused = channel.position(channel.size());
            while (!Thread.currentThread().isInterrupted()) {
                out.print(read(channel));
                out.flush();
                Thread.sleep(200);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(SeekableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(TAIL_BYTES, channel.size() - channel.position()));
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }
}
