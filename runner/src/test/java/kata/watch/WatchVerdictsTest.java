package kata.watch;

import static org.assertj.core.api.Assertions.assertThat;

import kata.Fixture;
import kata.Patience;
import kata.compile.StageCode;
import kata.progress.CurrentStage;
import kata.progress.ProgressFile;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.stage.StagesYaml;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.worker.Verdict;
import kata.worker.Worker;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Whoever leaves the tests of a stage to the watch hears how they end, or that they will not. */
class WatchVerdictsTest {

    @TempDir private Path folder;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Worker worker = new Worker(Duration.ofHours(1));
    private CompletableFuture<Integer> watch;

    @AfterEach
    void quit() {
        events.add(new Event.Key('q'));
        assertThat(watch).succeedsWithin(Patience.LIMIT);
        worker.close();
    }

    @Test
    void a_stage_that_is_left_during_a_run_is_not_tested() throws InterruptedException {
        watch(Fixture.kata(folder, "endless-loop"));

        new CurrentStage(kata(), _ -> false).choose(kata().stage("part1/2-average"));
        events.add(new Event.StageChosen());

        assertThat(next()).isEqualTo("untested part1/1-numbers");
        assertThat(next()).isEqualTo("tested part1/2-average");
    }

    @Test
    void a_stage_whose_tests_cannot_be_run_is_not_tested() throws Exception {
        Kata kata = Fixture.kata(folder);
        for (String test : new String[] {"LayeringTest.java", "NumbersTest.java"}) {
            Files.delete(
                    kata.stage("part1/1-numbers").testSources().resolve("numbers").resolve(test));
        }

        watch(kata);

        assertThat(next()).isEqualTo("untested part1/1-numbers");
    }

    private String next() throws InterruptedException {
        return heard.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private Kata kata() {
        return StagesYaml.read(folder);
    }

    private void watch(Kata kata) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var terminal = new Terminal(nowhere, nowhere, Marks.printableIn(StandardCharsets.UTF_8));
        var context =
                new WatchContext(
                        kata,
                        worker,
                        new SolvedStages(new ProgressFile(folder), terminal, Optional.empty()),
                        terminal,
                        new NoCommands(),
                        new Listener(),
                        events);
        var console = new LineConsole(this::never, nowhere, events::add);
        var watched = new Watch(context, console, kata.stages().getFirst());
        watch = CompletableFuture.supplyAsync(watched::run);
    }

    private Optional<String> never() {
        try {
            Thread.sleep(Duration.ofHours(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private final class Listener implements VerdictListener {

        @Override
        public void tested(StageCode code, Verdict verdict) {
            heard.add("tested " + code.stage().path());
        }

        @Override
        public void untested(Stage stage) {
            heard.add("untested " + stage.path());
        }
    }

    private static final class NoCommands implements Commands {

        @Override
        public int run(Terminal terminal, String... words) {
            return 0;
        }

        @Override
        public int runInForeground(String... words) {
            return 0;
        }
    }
}
