package bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

/** Measures all candidates side by side, prints the table and writes it as JSON. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the runtime beside Elixir and other libraries of the JVM.")
final class Bench implements Callable<Integer> {

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "How often each is measured, in a new process (default: 3).")
    private int runs;

    @Option(
            names = "--only",
            split = ",",
            description = "The workloads to run: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Workload> workloads = EnumSet.allOf(Workload.class);

    @Option(
            names = "--candidates",
            split = ",",
            description = "Who is measured: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Candidate> candidates = EnumSet.allOf(Candidate.class);

    @Option(
            names = "--before",
            description = "The folder of an earlier otp's classes, to be measured beside this one.")
    private Path before;

    @Option(
            names = "--pairs",
            description =
                    "Instead of all that, compare otp with --before: --runs processes measure each"
                            + " figure in so many pairs of rounds.")
    private int pairs;

    @Option(
            names = "--json",
            defaultValue = "target/bench.json",
            description = "The file to write (default: target/bench.json).")
    private Path json;

    private final Results results = new Results();

    private Bench() {}

    /** Runs the command line; see {@code --help}. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Bench());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commandLine.execute(arguments));
    }

    /**
     * The candidates take turns, so that a busy minute of the machine hurts each of them. The file
     * is written after every run, so that an interrupted measurement is not lost.
     */
    @Override
    public Integer call() throws Exception {
        if (before != null) {
            checkBefore();
        }
        return pairs > 0 ? comparePairs() : measureAll();
    }

    private int measureAll() throws InterruptedException {
        for (int run = 1; run <= runs; run++) {
            for (Workload workload : workloads) {
                for (Candidate candidate : candidates) {
                    measure(candidate, workload, run);
                }
            }
            new JsonReport(results).writeTo(json);
        }
        System.out.println(new Table(results));
        return 0;
    }

    private int comparePairs() throws Exception {
        Objects.requireNonNull(before, "--pairs needs --before: the folder of the other classes");
        List<Run> processes = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            System.err.printf("run %d of %d%n", run, runs);
            processes.add(
                    Run.of(
                            Candidate.java(
                                    System.getProperty("java.class.path"),
                                    Pairs.class,
                                    before.toAbsolutePath().toString(),
                                    String.valueOf(pairs),
                                    String.valueOf(run % 2 == 0))));
        }
        System.out.println(new Quotients(processes));
        return 0;
    }

    private void checkBefore() {
        if (!Files.exists(before.resolve("otp").resolve("GenServer.class"))) {
            throw new IllegalArgumentException(
                    "%s holds no classes of otp: give the folder target/classes of a build of it"
                            .formatted(before.toAbsolutePath()));
        }
        System.setProperty(Candidate.CLASSES_BEFORE, before.toAbsolutePath().toString());
    }

    private void measure(Candidate candidate, Workload workload, int run)
            throws InterruptedException {
        if (candidate.takesPartIn(workload)) {
            System.err.printf(
                    "run %d of %d: %s, %s%n", run, runs, workload.id(), candidate.label());
            results.add(candidate, Run.of(candidate.command(workload)));
        }
    }
}
