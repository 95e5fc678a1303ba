package kata.hunt;

import kata.compile.Compilation;
import kata.compile.CompileError;
import kata.stage.KataException;
import kata.stage.RightSolution;
import kata.stage.SourceFile;
import kata.stage.Stage;
import kata.worker.Cancellation;
import kata.worker.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Runs a hunter's tests against every solution of a stage. Each solution is compiled once, and the
 * tests once for each round. Only one round may be played at a time.
 */
public final class HuntRound implements AutoCloseable {

    private final HuntFolder folder;
    private final Tester tester;
    private final Contender reference;
    private final List<Contender> right;
    private final List<Contender> wrong;
    private final Map<String, Compilation> compiled = new ConcurrentHashMap<>();
    private final Thread compiler =
            Thread.ofPlatform().daemon().name("kata-hunt-compiler").unstarted(this::compileAll);
    private volatile boolean isClosed;

    /** Runs tests on compiled code. */
    @FunctionalInterface
    public interface Tester {

        /**
         * Blocks until they have ended.
         *
         * @throws KataException if they cannot be run, or have been cancelled
         */
        Verdict test(Compilation compiled, Cancellation cancellation);
    }

    /**
     * Reads a stage's solutions.
     *
     * @throws KataException if a file cannot be read
     */
    public HuntRound(HuntFolder folder, Tester tester) {
        Stage stage = folder.stage();
        this.folder = folder;
        this.tester = tester;
        this.reference = Contender.reference(stage);
        this.right =
                RightSolution.readAll(stage).stream().map(one -> Contender.of(stage, one)).toList();
        this.wrong =
                Mistake.of(stage).stream().map(mistake -> Contender.of(stage, mistake)).toList();
    }

    /** Returns how many solutions the tests run against. */
    int solutions() {
        return fair().size() + wrong.size();
    }

    /** Returns the mistakes that are hunted, the easy ones first. */
    public List<Mistake> mistakes() {
        return wrong.stream().flatMap(one -> one.mistake().stream()).toList();
    }

    /**
     * Begins to compile the solutions in a thread of its own, while others run. Does not wait, and
     * need not be called.
     */
    public void compileAhead() {
        compiler.start();
    }

    private void compileAll() {
        try {
            Stream.concat(fair().stream(), wrong.stream())
                    .takeWhile(_ -> !isClosed)
                    .forEach(this::compiled);
        } catch (KataException told) {
            // The round that needs it fails in the same way, and says so.
        }
    }

    /** Stops compiling; blocks until that has ended. */
    @Override
    public void close() {
        isClosed = true;
        try {
            compiler.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The solutions on which a test must pass to count. */
    private List<Contender> fair() {
        return Stream.concat(Stream.of(reference), right.stream()).toList();
    }

    /**
     * Compiles the tests as they are now.
     *
     * @throws KataException if there is no test
     */
    public Compilation compileTests() {
        List<SourceFile> tests = folder.testsAndHelpers();
        return Compilation.of(reference.code().as("hunt").withTests(tests));
    }

    /**
     * Runs compiled tests. Blocks until they have ended on every solution, or were stopped there
     * after the tester's limit. Where no test counts, nothing else is tried.
     *
     * @return nothing if it was cancelled between two solutions
     * @throws KataException if a solution does not compile, or if it was cancelled while tests ran
     */
    public Optional<HuntScore> play(Compilation tests, Cancellation cancellation) {
        List<Trial> trials = new ArrayList<>();
        boolean isWhole = tryAll(fair(), tests, trials, cancellation);
        if (isWhole && HuntScore.of(trials).isPlayable()) {
            // The reference once more: a test that depends on luck may show it now.
            List<Contender> rest = Stream.concat(wrong.stream(), Stream.of(reference)).toList();
            isWhole = tryAll(rest, tests, trials, cancellation);
        }
        return isWhole ? Optional.of(HuntScore.of(trials)) : Optional.empty();
    }

    private boolean tryAll(
            List<Contender> contenders,
            Compilation tests,
            List<Trial> trials,
            Cancellation cancellation) {
        for (Contender contender : contenders) {
            if (cancellation.isCancelled()) {
                return false;
            }
            Compilation compilation = compiled(contender).withTestsOf(tests);
            trials.add(Trial.of(contender, tester.test(compilation, cancellation)));
        }
        return true;
    }

    private Compilation compiled(Contender contender) {
        return compiled.computeIfAbsent(contender.code().variant(), _ -> compile(contender));
    }

    private static Compilation compile(Contender contender) {
        Compilation code = Compilation.withoutTests(contender.code());
        if (!code.succeeded()) {
            CompileError error = code.errors().getFirst();
            throw new KataException(
                    "%s does not compile: get it back, for example with git.\n%s"
                            .formatted(error.file(), error.print()));
        }
        return code;
    }
}
