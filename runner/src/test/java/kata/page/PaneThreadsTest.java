package kata.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kata.Fixture;
import kata.Patience;
import kata.compile.StageCode;
import kata.compile.Variant;
import kata.page.ShellView.State;
import kata.progress.ProgressFile;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.Stage;
import kata.terminal.Marks;
import kata.terminal.Terminal;
import kata.worker.Verdict;
import kata.worker.Worker;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Whatever happens in the threads of a page, it is told, and the page waits for nothing. */
class PaneThreadsTest {

    @TempDir private Path folder;

    private Kata kata;
    private Stage stage;

    @BeforeEach
    void write_a_kata() {
        kata = Fixture.kata(folder);
        Fixture.copyRuntime(folder);
        Fixture.copyObserver(folder);
        stage = kata.stage("part1/1-numbers");
    }

    @Test
    void tests_that_cannot_be_run_are_told_and_the_next_save_is_tested() throws Exception {
        var isFirst = new AtomicBoolean(true);
        BlockingQueue<TestsView> views = new LinkedBlockingQueue<>();
        try (Worker worker = new Worker(Patience.LIMIT);
                TestPane pane =
                        new TestPane(
                                stage,
                                context(worker, _ -> failsOnce(isFirst)),
                                views::add,
                                _ -> {})) {
            pane.start();
            assertThat(views.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).text())
                    .contains("nobody expects this");

            pane.test();

            await().atMost(Patience.LIMIT).until(() -> pane.view().summary().startsWith("2 of 5"));
        }
    }

    @Test
    void a_verdict_that_cannot_be_written_down_is_told_with_what_keeps_it_from_that()
            throws Exception {
        Files.createDirectories(folder.resolve(".kata/progress"));
        try (Worker worker = new Worker(Patience.LIMIT);
                TestPane pane =
                        new TestPane(stage, context(worker, _ -> false), _ -> {}, _ -> {})) {
            pane.start();

            await().atMost(Patience.LIMIT).until(() -> pane.view().summary().startsWith("2 of 5"));
            assertThat(pane.view().text()).contains(".kata/progress cannot be written");
        }
    }

    private static boolean failsOnce(AtomicBoolean isFirst) {
        if (isFirst.getAndSet(false)) {
            throw new IllegalStateException("nobody expects this");
        }
        return false;
    }

    @Test
    void what_the_watch_says_is_not_replaced_by_tests_that_began_before() throws Exception {
        BlockingQueue<TestsView> views = new LinkedBlockingQueue<>();
        BlockingQueue<StageCode> saves = new LinkedBlockingQueue<>();
        try (Worker worker = new Worker(Patience.LIMIT);
                TestPane pane =
                        new TestPane(stage, context(worker, _ -> false), views::add, saves::add)) {
            pane.start();
            StageCode code = saves.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(views.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).isTesting())
                    .isTrue();
            pane.show(code, new Verdict.ProgramEnded(Optional.empty(), 3));

            pane.test();

            assertThat(saves.poll(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(code);
            assertThat(views.poll().text()).contains("exit code 3");
            assertThat(views).allMatch(TestsView::isTesting);
        }
    }

    @Test
    void what_the_watch_leaves_to_the_page_while_code_is_read_is_tested_all_the_same() {
        var isFirst = new AtomicBoolean(true);
        var pane = new AtomicReference<TestPane>();
        Consumer<StageCode> saved =
                code -> {
                    if (isFirst.getAndSet(false)) {
                        pane.get().show(code, new Verdict.ProgramEnded(Optional.empty(), 3));
                        pane.get().testAlone();
                    }
                };
        try (Worker worker = new Worker(Patience.LIMIT);
                TestPane opened = new TestPane(stage, context(worker, _ -> true), _ -> {}, saved)) {
            pane.set(opened);
            opened.start();

            await().atMost(Patience.LIMIT)
                    .until(() -> opened.view().summary().startsWith("2 of 5"));
        }
    }

    @Test
    void code_that_is_saved_while_the_one_before_is_compiled_makes_the_shell_outdated() {
        try (ShellPane pane = pane()) {
            pane.begin(Variant.LEARNER);
            awaitCompiler();
            Fixture.replace(numbers(), "public int sum() {", "/* changed */ public int sum() {");
            pane.saved(StageCode.learner(stage));

            await().atMost(Patience.LIMIT).until(() -> view(pane).isOutdated());
        }
    }

    @Test
    void a_mistake_that_is_mended_while_it_is_compiled_keeps_no_shell_from_beginning() {
        Fixture.replace(numbers(), "public int sum() {", "public int sum() }");
        try (ShellPane pane = pane()) {
            pane.begin(Variant.LEARNER);
            awaitCompiler();
            Fixture.replace(numbers(), "public int sum() }", "public int sum() {");
            pane.saved(StageCode.learner(stage));

            await().atMost(Patience.LIMIT).until(() -> pane.state() == State.READY);
        }
    }

    private ShellPane pane() {
        return new ShellPane(stage, List::of, folder, () -> {});
    }

    private static ShellView view(ShellPane pane) {
        return (ShellView) pane.whole().get("shell");
    }

    /** The code has been read once it is compiled. */
    private static void awaitCompiler() {
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Patience.LIMIT)
                .until(() ->
                        Thread.getAllStackTraces().entrySet().stream()
                                .filter(thread ->
                                        thread.getKey().getName().equals("kata-shell-start"))
                                .flatMap(thread -> Arrays.stream(thread.getValue()))
                                .anyMatch(frame ->
                                        frame.getClassName().equals("kata.compile.Compilation")));
    }

    private Path numbers() {
        return stage.starterSources().resolve("numbers/Numbers.java");
    }

    private Context context(Worker worker, Predicate<Stage> isWatched) {
        var nowhere = new PrintWriter(Writer.nullWriter());
        var terminal = new Terminal(nowhere, nowhere, Marks.printableIn(StandardCharsets.UTF_8));
        var solved = new SolvedStages(new ProgressFile(folder), terminal, Optional.empty());
        return new Context(kata, worker, solved, folder, isWatched);
    }
}
