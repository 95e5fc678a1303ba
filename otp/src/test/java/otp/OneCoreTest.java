package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.GenServer.call;
import static otp.GenServer.start;
import static otp.Processes.receive;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whichever thread wakes a process, it runs beside busy ones. What a thread from outside wakes
 * waits in one of several queues, and which one is a matter of luck: so this is tried with many
 * threads, and with many runtimes, each of which has a thread of its own that sees to the turns. On
 * one core nobody else looks into the queues.
 */
@RuntimeTest
class OneCoreTest {

    private static final int RUNTIMES = 16;
    private static final int THREADS = 16;
    private static final int CLIENTS = 10;

    @Test
    void whoever_wakes_a_process_it_runs_beside_busy_ones()
            throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:ActiveProcessorCount=1",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try (InputStream output = program.getInputStream()) {
            assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("all ran".repeat(RUNTIMES));
            assertThat(program.waitFor(Patience.LIMIT)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    /** Takes one runtime after the other. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            for (int runtime = 0; runtime < RUNTIMES; runtime++) {
                new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())
                        .loadClass(Round.class.getName())
                        .getMethod("play")
                        .invoke(null);
            }
            System.exit(0);
        }

        private static URL[] classPath() throws MalformedURLException {
            List<URL> entries = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                entries.add(Path.of(entry).toUri().toURL());
            }
            return entries.toArray(URL[]::new);
        }
    }

    /** Some processes keep the core busy, and each of the others is woken by another thread. */
    public static final class Round {

        private Round() {}

        public static void play() {
            Pid<Message> server = start(ScriptedServer::new).pid();
            List<Pid<Object>> woken = Stream.generate(Round::thatAnswers).limit(THREADS).toList();
            woken.forEach(_ -> receive(String.class));
            List<Pid<Object>> busy = Stream.generate(() -> client(server)).limit(CLIENTS).toList();
            busy.forEach(_ -> receive(String.class));

            woken.forEach(process -> Thread.ofPlatform().start(() -> send(process, "run")));
            boolean haveRun =
                    woken.stream().allMatch(_ -> receive(String.class, Patience.LIMIT).isPresent());

            System.out.print(haveRun ? "all ran" : "some waited for good");
            busy.forEach(process -> Processes.exit(process, ExitReason.KILL));
            GenServer.stop(server);
        }

        private static Pid<Object> thatAnswers() {
            Pid<Object> test = self();
            return spawn(() -> {
                send(test, "waits");
                receive(String.class);
                send(test, "has run");
            });
        }

        private static Pid<Object> client(Pid<Message> server) {
            Pid<Object> test = self();
            return spawn(() -> {
                send(test, "begins");
                while (true) {
                    call(server, Ask.forAnswer(1));
                }
            });
        }
    }
}
