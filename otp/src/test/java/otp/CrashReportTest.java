package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import static otp.GenServer.call;
import static otp.GenServer.start;
import static otp.GenServer.stop;
import static otp.Patience.LIMIT;
import static otp.Patience.endOf;
import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.exit;
import static otp.Processes.monitor;
import static otp.Processes.self;
import static otp.Processes.send;
import static otp.Processes.spawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import otp.ScriptedServer.Ask;
import otp.ScriptedServer.Message;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

@RuntimeTest
class CrashReportTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    /** A line that names code which the learner did not write. */
    private static final Predicate<String> OTHERS_FRAME =
            line -> line.startsWith("    at ") && !line.startsWith("    at shop.Program.");

    /** A message that cannot be printed. */
    private static final class Unprintable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            throw new IllegalStateException("not even printable");
        }

        @Override
        public String getMessage() {
            return toString();
        }
    }

    @Test
    void a_crashed_server_is_reported_with_the_reason_its_own_frames_and_the_message(
            @TempDir Path folder) throws Exception {
        Compilation shop =
                Compilation.of(
                        folder,
                        """
                        package shop;

                        import otp.*;

                        public final class Program extends GenServer<Program.Pay, Integer> {
                            public record Pay(int amount) implements Cast {}

                            public static Pid<Pay> pay() {
                                Pid<Pay> till = start(Program::new).pid();
                                Processes.monitor(till);
                                cast(till, new Pay(7));
                                return till;
                            }

                            @Override protected Init<Integer> init() { return ok(0); }

                            @Override protected Next<Integer> handle(Pay pay, Integer state) {
                                return noreply(change(pay));
                            }

                            private static int change(Pay pay) {
                                throw new IllegalStateException("no change left");
                            }
                        }
                        """);
        assertThat(shop.output()).isEmpty();
        try (CapturedLog log = new CapturedLog()) {
            Object till = shop.run("pay");
            received(Down.class);
            assertThat(log.errors()).hasSize(1);
            List<String> lines = log.errors().getFirst().lines().toList();
            assertThat(lines)
                    .startsWith(
                            "Program %s crashed while it handled %s: %s"
                                    .formatted(
                                            till,
                                            "Pay[amount=7]",
                                            "IllegalStateException: no change left"),
                            "    at shop.Program.change(Program.java:22)",
                            "    at shop.Program.handle(Program.java:18)");
            assertThat(lines).filteredOn(OTHERS_FRAME).isEmpty();
        }
    }

    @Test
    void a_crashed_process_is_reported_with_its_pid_and_the_reason() {
        try (CapturedLog log = new CapturedLog()) {
            Pid<Object> test = self();
            endOf(() -> {
                send(test, self());
                throw new IllegalStateException("no change left");
            });
            assertThat(log.errors())
                    .containsExactly(
                            "Process %s crashed: IllegalStateException: no change left"
                                    .formatted(received(Pid.class)));
        }
    }

    @Test
    void a_task_is_reported_whose_call_fails() {
        try (CapturedLog log = new CapturedLog()) {
            Pid<DynamicSupervisor.Message> supervisor = TaskSupervisor.startLink().pid();
            Task<Integer> task =
                    TaskSupervisor.asyncNolink(supervisor, CrashReportTest::callNobody);
            Failures.ofExit(() -> task.await(LIMIT));
            assertThat(log.errors())
                    .contains(
                            "Task %s crashed: noproc (in a call of :nobody with nothing)"
                                    .formatted(task.pid()));
        }
    }

    private static int callNobody() {
        throw new Exit(new ExitReason.InCall(ExitReason.NOPROC, new Name<>("nobody"), "nothing"));
    }

    @Test
    void a_task_that_nobody_awaits_is_reported_too() {
        try (CapturedLog log = new CapturedLog()) {
            Pid<DynamicSupervisor.Message> supervisor = TaskSupervisor.startLink().pid();
            Pid<?> task = TaskSupervisor.startChild(supervisor, CrashReportTest::giveUp).pid();
            reasonOf(monitor(task));
            assertThat(log.errors()).contains("Task %s crashed: boom".formatted(task));
        }
    }

    private static void giveUp() {
        throw new Exit(BOOM);
    }

    @Test
    void an_exit_is_not_reported_of_a_task_with_an_ordinary_reason_nor_of_a_plain_process() {
        try (CapturedLog log = new CapturedLog()) {
            Pid<DynamicSupervisor.Message> supervisor = TaskSupervisor.startLink().pid();
            for (ExitReason ordinary :
                    List.of(
                            ExitReason.NORMAL,
                            ExitReason.SHUTDOWN,
                            new ExitReason.Shutdown("enough"))) {
                Task<Integer> task =
                        TaskSupervisor.asyncNolink(
                                supervisor,
                                () -> {
                                    throw new Exit(ordinary);
                                });
                Failures.ofExit(() -> task.await(LIMIT));
            }
            endOf(CrashReportTest::giveUp);
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void a_server_that_crashes_in_init_is_reported() {
        try (CapturedLog log = new CapturedLog()) {
            start(FailingInInit::new);
            assertThat(log.errors())
                    .singleElement()
                    .asString()
                    .matches("FailingInInit #PID<0.\\d+.0> crashed in init: boom");
        }
    }

    @Test
    void a_server_that_init_stops_is_reported_unless_the_reason_is_ordinary() {
        try (CapturedLog log = new CapturedLog()) {
            start(() -> new StoppedInInit(ExitReason.SHUTDOWN));
            assertThat(log.errors()).isEmpty();
            start(() -> new StoppedInInit(BOOM));
            assertThat(log.errors())
                    .singleElement()
                    .asString()
                    .matches("StoppedInInit #PID<0.\\d+.0> crashed in init: boom");
        }
    }

    static Stream<Exception> failures() {
        return Stream.of(
                new Exit(ExitReason.NORMAL),
                new Exit(ExitReason.SHUTDOWN),
                new Exit(BOOM),
                new IllegalStateException("bug"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_server_whose_terminate_fails_is_reported_whatever_the_reason(Exception failure) {
        for (ExitReason first : List.of(ExitReason.NORMAL, ExitReason.SHUTDOWN, BOOM)) {
            try (CapturedLog log = new CapturedLog()) {
                Pid<Message> server = start(() -> new FailingInTerminate(failure)).pid();
                Monitor monitor = monitor(server);
                GenServer.cast(
                        server, new ScriptedServer.Tell((_, _, state) -> stop(first, state)));
                ExitReason end = reasonOf(monitor);
                assertThat(end).isEqualTo(Exit.reasonFor(failure));
                assertThat(log.errors())
                        .singleElement()
                        .asString()
                        .startsWith(
                                "FailingInTerminate %s crashed in terminate, after Tell"
                                        .formatted(server))
                        .contains(": " + end);
            }
        }
    }

    @Test
    void a_report_is_written_before_the_end_is_announced() {
        for (int round = 0; round < 500; round++) {
            try (CapturedLog log = new CapturedLog()) {
                Pid<Message> server = start(ScriptedServer::new).pid();
                Monitor monitor = monitor(server);
                GenServer.cast(server, new ScriptedServer.Tell((_, _, _) -> fail()));
                reasonOf(monitor);
                assertThat(log.errors()).hasSize(1);
            }
        }
    }

    @Test
    void who_ends_as_intended_or_by_a_signal_is_not_reported() {
        try (CapturedLog log = new CapturedLog()) {
            GenServer.stop(start(ScriptedServer::new).pid());
            Pid<Message> shutDown = start(ScriptedServer::new).pid();
            GenServer.stop(shutDown, ExitReason.SHUTDOWN);
            KillTest.reasonAfterKill(start(ScriptedServer::new).pid());
            Pid<Object> signalled = spawn(Processes::receive);
            Monitor monitor = monitor(signalled);
            exit(signalled, BOOM);
            reasonOf(monitor);
            assertThat(log.errors()).isEmpty();
        }
    }

    @Test
    void a_process_that_crashes_with_something_unprintable_is_announced() {
        assertThat(endOf(CrashReportTest::failUnprintably))
                .isInstanceOfSatisfying(
                        ExitReason.Crash.class,
                        crash -> assertThat(crash.cause() instanceof Unprintable).isTrue());
    }

    @Test
    void a_server_that_crashes_with_something_unprintable_is_announced_with_it() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Monitor monitor = monitor(server);
        GenServer.cast(server, new ScriptedServer.Tell((_, _, _) -> failUnprintably()));
        assertThat(reasonOf(monitor) instanceof ExitReason.Crash(Unprintable _)).isTrue();
    }

    @Test
    void a_server_that_crashes_in_init_with_something_unprintable_fails_its_start_with_it() {
        Start<Message> start = start(FailingUnprintablyInInit::new);
        assertThat(start instanceof Start.Failed(ExitReason.Crash(Unprintable _))).isTrue();
    }

    @Test
    void a_crash_over_something_unprintable_is_reported_all_the_same() {
        try (CapturedLog log = new CapturedLog()) {
            Pid<UnprintableMessage> server = start(Printer::new).pid();
            Monitor monitor = monitor(server);
            GenServer.cast(server, new UnprintableMessage());
            assertThat(reasonOf(monitor)).isEqualTo(BOOM);
            assertThat(log.errors()).singleElement().asString().startsWith("Printer " + server);
        }
    }

    @Test
    void a_caller_of_what_crashes_unprintably_gets_an_exit() {
        Pid<Message> server = start(ScriptedServer::new).pid();
        Ask request = new Ask((_, _, _) -> failUnprintably());
        Throwable failure = catchThrowable(() -> call(server, request));
        assertThat(failure instanceof Exit).isTrue();
    }

    private static final class FailingInInit extends ScriptedServer {
        @Override
        protected Init<Integer> init() {
            throw new Exit(BOOM);
        }
    }

    private static final class StoppedInInit extends ScriptedServer {

        private final ExitReason reason;

        StoppedInInit(ExitReason reason) {
            this.reason = reason;
        }

        @Override
        protected Init<Integer> init() {
            return stop(reason);
        }
    }

    private static final class FailingInTerminate extends ScriptedServer {

        private final Exception failure;

        FailingInTerminate(Exception failure) {
            this.failure = failure;
        }

        @Override
        protected void terminate(ExitReason reason, Integer state) throws Exception {
            throw failure;
        }
    }

    private static final class FailingUnprintablyInInit extends ScriptedServer {
        @Override
        protected Init<Integer> init() {
            throw new Unprintable();
        }
    }

    private record UnprintableMessage() implements Cast {
        @Override
        public String toString() {
            throw new Unprintable();
        }
    }

    /** Crashes over each message. */
    private static final class Printer extends GenServer<UnprintableMessage, Integer> {
        @Override
        protected Init<Integer> init() {
            return ok(0);
        }

        @Override
        protected Next<Integer> handle(UnprintableMessage message, Integer state) {
            throw new Exit(BOOM);
        }
    }

    private static Next<Integer> fail() {
        throw new Exit(BOOM);
    }

    private static Next<Integer> failUnprintably() {
        throw new Unprintable();
    }

    @Test
    void a_process_that_does_not_end_is_reported_with_the_reason_that_it_ignores() {
        Gate gate = new Gate();
        Pid<Object> process = Processes.spawn(gate::passStubbornly);
        Monitor monitor = Processes.monitor(process);
        Processes.exit(process, ExitReason.KILL);

        assertThat(CrashReport.ofUndying((LocalProcess<?>) process))
                .asString()
                .startsWith(
                        "Process %s was told to end (killed), but its code runs on and ignores"
                                        .formatted(process)
                                + " interrupts");
        gate.open();
        assertThat(Patience.reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
    }
}
