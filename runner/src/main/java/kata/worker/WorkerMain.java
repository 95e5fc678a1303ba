package kata.worker;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.JsonLine;
import kata.stage.KataException;
import kata.stage.OriginalTests;
import kata.test.LastingSettings;
import kata.test.RunningCode;
import kata.test.TestReport;
import kata.test.TestRun;

import org.jline.utils.Signals;

import java.util.List;
import java.util.concurrent.Executors;

/**
 * Runs tests on request, one stage after the other, in a process of its own: whatever a learner's
 * code does to it, the process that asked lives on.
 */
public final class WorkerMain {

    private final Conversation conversation;
    private final ProgramMark mark;
    private final LastingSettings settings = LastingSettings.now();

    /** Whether code of a stage has the process now, so that what becomes of it comes of that. */
    private volatile boolean isTesting;

    private WorkerMain(Conversation conversation, ProgramMark mark) {
        this.conversation = conversation;
        this.mark = mark;
    }

    /**
     * Reads requests from the standard input, and ends with it, whatever runs then.
     *
     * @param arguments the number of the mark that this process has
     */
    public static void main(String[] arguments) {
        Conversation conversation = Conversation.begin();
        var worker = new WorkerMain(conversation, new ProgramMark(Long.parseLong(arguments[0])));
        // Control-C reaches every process at the terminal. This one ends with the process that asks
        // it, and not by itself.
        Signals.register("INT", () -> {});
        ExitLog.tell(code -> worker.tell(new WorkerReply.Exits(code)));
        FullMemory.tell(worker::tellOfFullMemory);
        var runs = Executors.newSingleThreadExecutor();
        try {
            conversation.requests().forEach(line -> runs.execute(() -> worker.serve(line)));
        } finally {
            // Hooks that the code has registered are not waited for.
            worker.endPrograms();
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve(String line) {
        tell(
                JsonLine.read(line, TestRequest.class)
                        .map(this::reply)
                        .orElseGet(() ->
                                new WorkerReply.Impossible(
                                        "The code is too long to be tested: is a file of it very"
                                                + " large?")));
    }

    private WorkerReply reply(TestRequest request) {
        try {
            Verdict verdict = verdict(request);
            return new WorkerReply.Done(verdict, isSpoiled());
        } catch (KataException impossible) {
            return new WorkerReply.Impossible(impossible.getMessage());
        } catch (RuntimeException | Error failure) {
            return new WorkerReply.Impossible(
                    "The tests of %s could not be run: %s."
                            .formatted(request.code().stage(), failure));
        } finally {
            isTesting = false;
        }
    }

    private Verdict verdict(TestRequest request) {
        Compilation compilation = request.compilation();
        if (!compilation.succeeded()) {
            return new Verdict.DoesNotCompile(compilation.errors());
        }
        // Before the code runs: it may open so many files that none can be read afterwards.
        List<String> changedTests = changedTests(request.code());
        tell(new WorkerReply.Compiled());
        isTesting = true;
        TestReport report =
                TestRun.of(
                        compilation,
                        request.limit(),
                        sentence -> tell(new WorkerReply.Begun(sentence)));
        return new Verdict.Tested(report.withChangedTests(changedTests));
    }

    private static List<String> changedTests(StageCode code) {
        return OriginalTests.of(code.stage()).differences(code.tests());
    }

    /** Tells whether the code has left something that the next one would find. */
    private boolean isSpoiled() {
        endPrograms();
        return RunningCode.isLeft() || !conversation.isWhole() || settings.haveChanged();
    }

    private void endPrograms() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        mark.endPrograms();
    }

    private void tellOfFullMemory() {
        if (isTesting) {
            tell(new WorkerReply.FillsMemory());
        }
    }

    private synchronized void tell(WorkerReply reply) {
        // What the code prints past System.out may have left a line unfinished.
        conversation.replies().println("\n" + JsonLine.of(reply));
    }
}
