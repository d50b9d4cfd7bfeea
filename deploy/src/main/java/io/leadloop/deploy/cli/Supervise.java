package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.supervise.Supervisor;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The process that `up` leaves behind to keep the others alive. Its output is the log of the supervisor. */
@Command(name = "supervise", hidden = true, mixinStandardHelpOptions = true)
final class Supervise implements Runnable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

    @Mixin
    private Common common;

    @Override
    public void run() {
        Installation installation = common.started();
        Supervisor supervisor = installation.supervisor(Supervise::say);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::end));
        try {
            supervisor.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String part, String news) {
        System.out.printf("%s %s %s%n", LocalDateTime.now().format(TIME), part.isEmpty() ? "supervisor" : part, news);
    }
}
