package io.leadloop.deploy.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much memory a process and its children hold. Pages they share count once for each. */
public final class Memory {
    private Memory() {}

    public static long megabytes(ProcessHandle process) {
        String ids = Stream.concat(Stream.of(process), process.descendants())
                .map(handle -> Long.toString(handle.pid()))
                .collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", ids).start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(ps.getInputStream(), StandardCharsets.US_ASCII))) {
                return lines.lines()
                                .map(String::strip)
                                .mapToLong(Long::parseLong)
                                .sum()
                        / 1024;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
