package kata.worker;

import kata.compile.Compilation;
import kata.compile.StageCode;
import kata.stage.KataException;
import kata.stage.Stage;
import kata.stage.StagesYaml;
import kata.test.TestRun;

import org.jline.utils.Signals;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * Runs tests on request, one stage after the other, in a process of its own: whatever a learner's
 * code does to it, whoever asked lives on.
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
        // Control-C reaches all that runs at the terminal. Whether it is meant for the kata is not
        // this process's to say: it ends with whoever asks it.
        Signals.register("INT", () -> {});
        var runs = Executors.newSingleThreadExecutor();
        requests.lines().forEach(line -> runs.execute(() -> worker.serve(line)));
        System.exit(0);
    }

    private void serve(String line) {
        if (Message.read(line).orElse(null) instanceof Message.Run run) {
            tell(answer(run));
        }
    }

    private Message answer(Message.Run run) {
        try {
            Stage stage = StagesYaml.read(Path.of(run.root())).stage(run.stage());
            return switch (Compilation.of(code(stage, run.variant()))) {
                case Compilation.Refused(var errors) -> new Message.Refused(errors);
                case Compilation.Compiled compiled ->
                        new Message.Tested(
                                TestRun.of(
                                        compiled,
                                        Duration.ofSeconds(run.seconds()),
                                        sentence -> tell(new Message.Begun(sentence))));
            };
        } catch (KataException impossible) {
            return new Message.Impossible(impossible.getMessage());
        } catch (RuntimeException | Error failure) {
            return new Message.Impossible(
                    "The tests of %s could not be run: %s.".formatted(run.stage(), failure));
        }
    }

    private static StageCode code(Stage stage, String variant) {
        StageCode solution = StageCode.solution(stage);
        return variant.equals(solution.variant()) ? solution : StageCode.learner(stage);
    }

    private synchronized void tell(Message message) {
        out.println(message.asLine());
    }
}
