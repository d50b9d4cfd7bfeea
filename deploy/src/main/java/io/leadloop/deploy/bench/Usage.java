package io.leadloop.deploy.bench;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.process.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What each process has used so far: processor time, and memory now. */
record Usage(Map<String, Duration> processor, Map<String, Long> megabytes) {
    private static final int CHILDREN_USER_TIME = 13;
    private static final long TICKS_A_SECOND = 100;

    static Usage of(Installation installation) {
        Map<String, Duration> processor = new LinkedHashMap<>();
        Map<String, Long> megabytes = new LinkedHashMap<>();
        for (Part part : installation.parts()) {
            part.running().ifPresent(process -> {
                processor.put(part.name(), processor(process));
                megabytes.put(part.name(), Memory.megabytes(process));
            });
        }
        return new Usage(processor, megabytes);
    }

    Map<String, Duration> processorSince(Usage before) {
        Map<String, Duration> used = new LinkedHashMap<>();
        processor.forEach((part, now) -> used.put(part, now.minus(before.processor.getOrDefault(part, Duration.ZERO))));
        return used;
    }

    /** Its own, its living children's, and that of the children that have ended: a database session is one. */
    private static Duration processor(ProcessHandle process) {
        if (Files.exists(Path.of("/proc/self/stat"))) {
            return Stream.concat(Stream.of(process), process.descendants())
                    .map(each -> ticks(each.pid(), each.pid() == process.pid()))
                    .reduce(Duration.ZERO, Duration::plus);
        }
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** proc(5), fields 14 to 17 of stat: user and system time of the process, then of its children that have ended. */
    private static Duration ticks(long pid, boolean withEndedChildren) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            int end = withEndedChildren ? CHILDREN_USER_TIME + 2 : CHILDREN_USER_TIME;
            for (int field = 11; field < end; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
        } catch (IOException ended) {
            if (ended instanceof java.nio.file.NoSuchFileException) {
                return Duration.ZERO;
            }
            throw new UncheckedIOException(ended);
        }
    }
}
