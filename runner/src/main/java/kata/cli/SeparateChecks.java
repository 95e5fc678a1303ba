package kata.cli;

import kata.model.KataException;
import kata.model.Stage;
import kata.worker.SameJava;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks each stage in a process of its own, several at a time. No stage sees what another one has
 * left behind, and every processor has something to do.
 *
 * @param root the kata's folder
 * @param terminal where it prints what each process has said, in the order of the stages
 * @param report where it counts
 */
record SeparateChecks(Path root, Terminal terminal, GateReport report) {

    private static final Pattern END = Pattern.compile("(\\d+) passed, (\\d+) failed\\s*$");

    /**
     * Checks the stages; blocks until it has printed what came of the last one, and once more of
     * those that failed, for whoever sees only the end.
     */
    void of(List<Stage> stages) {
        // One more than there are processors: much of its time a check waits for its jshell.
        int atATime = Runtime.getRuntime().availableProcessors() + 1;
        try (ExecutorService pool = Executors.newFixedThreadPool(atATime)) {
            List<Future<String>> checks =
                    stages.stream().map(stage -> pool.submit(() -> check(stage))).toList();
            List<String> failed =
                    checks.stream().map(this::print).flatMap(Optional::stream).toList();
            if (!failed.isEmpty()) {
                report.heading("Once more, what failed:");
                failed.forEach(terminal::text);
            }
        }
    }

    private String check(Stage stage) throws IOException {
        Process process =
                SameJava.running(Main.class, "check", stage.path())
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Returns what it has printed if a gate failed. */
    private Optional<String> print(Future<String> check) {
        String said = said(check);
        Matcher end = END.matcher(said);
        if (!end.find()) {
            throw new KataException("A check has ended before its time, and said: " + said);
        }
        // The first line says what the command is for, which has been said.
        String gates = said.substring(said.indexOf('\n') + 1, end.start()).stripTrailing();
        terminal.text(gates);
        int failed = Integer.parseInt(end.group(2));
        report.count(Integer.parseInt(end.group(1)), failed);
        return failed == 0 ? Optional.empty() : Optional.of(gates);
    }

    private static String said(Future<String> check) {
        try {
            return check.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KataException("The check was interrupted: start it again.", interrupted);
        } catch (ExecutionException failure) {
            throw new KataException(
                    "A check could not be started: %s. `./kata doctor` says more."
                            .formatted(failure.getCause().getMessage()),
                    failure);
        }
    }
}
