package kata.page;

import kata.compile.ProcessFolder;
import kata.compile.StageCode;
import kata.progress.ProgressFile;
import kata.progress.SolvedStages;
import kata.stage.Kata;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.terminal.Terminal;
import kata.watch.VerdictListener;
import kata.worker.Verdict;
import kata.worker.Worker;

import web.PageServer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The pages of the lessons of one process. The server behind them starts with the first page, and
 * ends with this.
 */
public final class LessonPages implements VerdictListener, AutoCloseable {

    private final Supplier<Kata> kata;
    private final Worker worker;
    private final Terminal terminal;
    private volatile Supplier<Optional<Stage>> watched = Optional::empty;
    private Optional<OpenStages> stages = Optional.empty();
    private Optional<PageServer> server = Optional.empty();

    /**
     * Prepares the pages of a kata; nothing is started yet.
     *
     * @param terminal where it is said what takes a while
     */
    public LessonPages(Supplier<Kata> kata, Worker worker, Terminal terminal) {
        this.kata = kata;
        this.worker = worker;
        this.terminal = terminal;
    }

    /**
     * Returns where all processes that serve the pages of a kata have a folder each. There, the
     * shells' observers write their addresses, and below them the numbers of their processes.
     */
    public static Path folder(Path root) {
        return root.resolve(".kata/page");
    }

    /**
     * Returns the address of a stage's page, and starts its shell and its tests. What is behind the
     * # is never sent to a server.
     *
     * @throws KataException if the server cannot be started
     */
    public synchronized URI open(Stage stage) {
        if (server.isEmpty()) {
            start();
        }
        stages.orElseThrow().open(stage);
        URI address = server.orElseThrow().address();
        return address.resolve("/?stage=%s#%s".formatted(stage.path(), address.getFragment()));
    }

    private void start() {
        Kata served = kata.get();
        try {
            Path folder = ProcessFolder.below(folder(served.root()));
            var context =
                    new Context(
                            served,
                            worker,
                            new SolvedStages(
                                    new ProgressFile(served.root()), terminal, Optional.empty()),
                            folder,
                            stage -> watched.get().filter(stage::equals).isPresent());
            var opened = new OpenStages(context);
            stages = Optional.of(opened);
            server = Optional.of(PageServer.start(0, new PageSite(context, opened).site()));
        } catch (IOException failure) {
            throw new KataException(
                    "The page cannot be served (%s): is there a port that is free, and can .kata be"
                                    .formatted(failure.getMessage())
                            + " written?",
                    failure);
        }
    }

    /**
     * Leaves the tests of the stage that the watch is at to the watch.
     *
     * @param stage returns that stage
     */
    public void leaveTo(Supplier<Optional<Stage>> stage) {
        watched = stage;
    }

    @Override
    public synchronized void tested(StageCode code, Verdict verdict) {
        stages.ifPresent(open -> open.tested(code, verdict));
    }

    @Override
    public synchronized void untested(Stage stage) {
        stages.ifPresent(open -> open.untested(stage));
    }

    @Override
    public synchronized void close() {
        stages.ifPresent(OpenStages::close);
        server.ifPresent(PageServer::close);
    }
}
