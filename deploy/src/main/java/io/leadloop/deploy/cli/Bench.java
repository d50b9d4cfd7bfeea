package io.leadloop.deploy.cli;

import io.leadloop.deploy.bench.Benchmark;
import io.leadloop.deploy.bench.Benchmark.Measure;
import io.leadloop.deploy.bench.Report;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the system on this machine. */
@Command(
        name = "bench",
        description =
                "Measures the system on this machine, on installations of its own beside whatever runs: durable posts against "
                        + "pgbench, form to offer, the highest rate, clocks' lateness, imports, what-if and re-scoring, processor time and memory. "
                        + "About 30 minutes; stop other work first. Fails when a lead is missing.",
        mixinStandardHelpOptions = true)
final class Bench implements Runnable {
    @Mixin
    private Common common;

    @Option(
            names = "--only",
            paramLabel = "NAMES",
            split = ",",
            description = "Some of ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<Measure> only = EnumSet.allOf(Measure.class);

    @Option(
            names = "--stored",
            paramLabel = "LEADS",
            defaultValue = "0",
            description =
                    "Store so many leads before LOOP is measured: 10,000 go the whole way, the others are copies of those.")
    private long stored;

    @Option(names = "--quick", description = "Shows in some minutes that everything works; the figures mean nothing.")
    private boolean quick;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        Path directory = common.installation().layout().root().resolve("bench");
        Report report = new Report(command.commandLine().getOut());
        new Benchmark(directory, common.options(), report, quick, stored).run(only);
        report.printTable();
    }
}
