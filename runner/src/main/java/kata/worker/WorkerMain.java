package kata.worker;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.JsonLine;
import kata.stage.KataException;
import kata.stage.OriginalTests;
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

    private WorkerMain(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Reads requests from the standard input, and ends with it, whatever runs then. */
    public static void main(String[] arguments) {
        Conversation conversation = Conversation.begin();
        var worker = new WorkerMain(conversation);
        // Control-C reaches every process at the terminal. This one ends with the process that asks
        // it, and not by itself.
        Signals.register("INT", () -> {});
        ExitLog.tell(code -> worker.tell(new WorkerReply.Exits(code)));
        var runs = Executors.newSingleThreadExecutor();
        try {
            conversation.requests().forEach(line -> runs.execute(() -> worker.serve(line)));
        } finally {
            // Hooks that the code has registered are not waited for.
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve(String line) {
        JsonLine.read(line, TestRequest.class).ifPresent(request -> tell(reply(request)));
    }

    private WorkerReply reply(TestRequest request) {
        try {
            Verdict verdict = verdict(request);
            return new WorkerReply.Done(verdict, RunningCode.isLeft() || !conversation.isWhole());
        } catch (KataException impossible) {
            return new WorkerReply.Impossible(impossible.getMessage());
        } catch (RuntimeException | Error failure) {
            return new WorkerReply.Impossible(
                    "The tests of %s could not be run: %s."
                            .formatted(request.code().stage(), failure));
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

    private synchronized void tell(WorkerReply reply) {
        // What the code prints past System.out may have left a line unfinished.
        conversation.replies().println("\n" + JsonLine.of(reply));
    }
}
