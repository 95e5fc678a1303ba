package kata.worker;

import kata.compile.Compilation;
import kata.stage.KataException;
import kata.test.TestRun;

import org.jline.utils.Signals;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * Runs tests on request, one stage after the other, in a process of its own: whatever a learner's
 * code does to it, the process that asked lives on.
 */
public final class WorkerMain {

    private final PrintStream out;

    private WorkerMain(PrintStream out) {
        this.out = out;
    }

    /** Reads requests from the standard input, and ends with it, whatever runs then. */
    public static void main(String[] arguments) {
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var worker = new WorkerMain(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        // The standard streams belong to the conversation, and not to a learner's code.
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        // Control-C reaches every process at the terminal. This one ends with the process that asks
        // it, and not by itself.
        Signals.register("INT", () -> {});
        var runs = Executors.newSingleThreadExecutor();
        requests.lines().forEach(line -> runs.execute(() -> worker.serve(line)));
        // Hooks that the code has registered are not waited for.
        Runtime.getRuntime().halt(0);
    }

    private void serve(String line) {
        TestRequest.read(line).ifPresent(request -> tell(reply(request)));
    }

    private WorkerReply reply(TestRequest request) {
        try {
            return WorkerReply.verdict(verdict(request));
        } catch (KataException impossible) {
            return WorkerReply.problem(impossible.getMessage());
        } catch (RuntimeException | Error failure) {
            return WorkerReply.problem(
                    "The tests of %s could not be run: %s.".formatted(request.stage(), failure));
        }
    }

    private Verdict verdict(TestRequest request) {
        Compilation compilation = Compilation.of(request.code());
        return compilation.succeeded()
                ? new Verdict.Tested(
                        TestRun.of(
                                compilation,
                                Duration.ofSeconds(request.seconds()),
                                sentence -> tell(WorkerReply.begun(sentence))))
                : new Verdict.DoesNotCompile(compilation.errors());
    }

    private synchronized void tell(WorkerReply reply) {
        // What the code prints past System.out may have left a line unfinished.
        out.println("\n" + reply.asLine());
    }
}
