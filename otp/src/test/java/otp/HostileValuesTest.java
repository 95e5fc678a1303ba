package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Patience.until;
import static otp.Patience.valueOf;
import static otp.Processes.exit;
import static otp.Processes.link;
import static otp.Processes.monitor;
import static otp.Processes.trapExits;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import otp.HostileServer.Ask;
import otp.HostileServer.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Filter;

/**
 * Values, reasons, exceptions, keys, ids and the log all fail in the same way, while all kinds of
 * processes end in all ways: the runtime goes on.
 */
@RuntimeTest
class HostileValuesTest {

    @ParameterizedTest
    @EnumSource
    void the_end_of_every_process_is_announced(Hostility hostility) {
        HostileWorld world = new HostileWorld(hostility);
        List<CompletableFuture<String>> checks = new ArrayList<>();
        world.servers()
                .forEach((kind, start) ->
                        world.ends()
                                .forEach((way, end) -> {
                                    Pid<Message> server = start.get();
                                    checks.add(
                                            inProcess(() ->
                                                    checkServer(
                                                            kind + " " + way, server, end, world)));
                                }));
        world.keys.arm(hostility::act);
        withHostileLog(
                hostility,
                () -> {
                    checks.add(
                            inProcess(() ->
                                    checkPlain(() -> {
                                        throw new HostileException(hostility);
                                    })));
                    checks.add(
                            inProcess(() ->
                                    checkPlain(() -> {
                                        throw new Exit(world.reason());
                                    })));
                    checks.add(
                            inProcess(() ->
                                    checkPlain(() -> exit(Processes.self(), world.reason()))));
                    checks.add(inProcess(() -> checkPlain(() -> {})));
                    checks.add(inProcess(() -> checkAdopted(world)));
                    checks.forEach(check -> assertThat(valueOf(check)).isNotNull());
                });
    }

    private static String checkServer(
            String what, Pid<Message> server, Consumer<Pid<Message>> end, HostileWorld world) {
        trapExits(true);
        link(server);
        Monitor monitor = monitor(server);
        CompletableFuture<ExitReason> call =
                inProcess(() ->
                        Failures.ofExit(() ->
                                GenServer.call(
                                        server, new Ask(world.value()), GenServer.INFINITY)));
        until(() -> !((LocalProcess<?>) server).lifeline().unansweredCalls().copy().isEmpty());
        end.accept(server);
        assertThat(received(ExitMessage.class).from() == server).as(what).isTrue();
        reasonOf(monitor);
        assertThat(valueOf(call) instanceof ExitReason.InCall).as(what).isTrue();
        return what;
    }

    private static String checkPlain(Runnable body) {
        trapExits(true);
        Pid<Object> child = Processes.spawnLink(body);
        assertThat(received(ExitMessage.class).from() == child).isTrue();
        return "plain";
    }

    private static String checkAdopted(HostileWorld world) {
        CompletableFuture<Pid<Object>> adopted = new CompletableFuture<>();
        Gate gate = new Gate();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    adopted.complete(Processes.self());
                    gate.pass();
                    catchThrowable(Processes::receive);
                });
        Monitor monitor = monitor(valueOf(adopted));
        gate.open();
        exit(valueOf(adopted), world.reason());
        reasonOf(monitor);
        return "adopted";
    }

    @ParameterizedTest
    @EnumSource
    void supervisors_restart_their_children(Hostility hostility) {
        HostileWorld world = new HostileWorld(hostility);
        withHostileLog(
                hostility,
                () -> {
                    List<CompletableFuture<String>> checks = new ArrayList<>();
                    world.ends()
                            .forEach((way, end) -> {
                                checks.add(inProcess(() -> checkSupervised(way, end, world)));
                                checks.add(inProcess(() -> checkDynamic(way, end, world)));
                            });
                    checks.forEach(check -> assertThat(valueOf(check)).isNotNull());
                });
    }

    private static String checkSupervised(
            String way, Consumer<Pid<Message>> end, HostileWorld world) {
        trapExits(true);
        Name<Message> name = new Name<>(FreshName.of("hostile"));
        ChildSpec<Message> child =
                ChildSpec.worker(world.value(), () -> GenServer.startLink(world::server, name));
        Pid<Supervisor.Message> supervisor =
                Supervisor.startLink(SupervisorFlags.oneForOne(), child).pid();
        checkRestarted(way, name, end);
        Monitor monitor = monitor(supervisor);
        exit(supervisor, world.reason());
        exit(supervisor, ExitReason.KILL);
        reasonOf(monitor);
        return way;
    }

    private static String checkDynamic(String way, Consumer<Pid<Message>> end, HostileWorld world) {
        trapExits(true);
        Name<Message> name = new Name<>(FreshName.of("hostile"));
        Pid<DynamicSupervisor.Message> supervisor =
                DynamicSupervisor.startLink(DynamicSupervisorFlags.oneForOne()).pid();
        DynamicSupervisor.startChild(
                supervisor,
                ChildSpec.worker(world.value(), () -> GenServer.startLink(world::server, name)));
        checkRestarted(way, name, end);
        DynamicSupervisor.stop(supervisor);
        return way;
    }

    private static void checkRestarted(String way, Name<Message> name, Consumer<Pid<Message>> end) {
        Pid<Message> first = Processes.whereis(name).orElseThrow();
        end.accept(first);
        until(() -> Processes.whereis(name).filter(now -> now != first).isPresent());
        assertThat(Processes.isAlive(Processes.whereis(name).orElseThrow())).as(way).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void timeouts_pass_and_kills_kill_and_turns_go_on(Hostility hostility) {
        HostileWorld world = new HostileWorld(hostility);
        withHostileLog(
                hostility,
                () -> {
                    Pid<Message> server = GenServer.start(world::server).pid();
                    Processes.send(plainly(server), world.value());
                    CompletableFuture<ExitReason> timedOut =
                            inProcess(() ->
                                    Failures.ofExit(() ->
                                            GenServer.call(
                                                    server,
                                                    new Ask(world.value()),
                                                    Duration.ofMillis(1_200))));
                    Pid<Object> swallower = Processes.spawn(HostileValuesTest::swallowOneInterrupt);
                    Monitor monitor = monitor(swallower);
                    exit(swallower, world.reason());
                    reasonOf(monitor);
                    assertThat(((ExitReason.InCall) valueOf(timedOut)).reason())
                            .isEqualTo(ExitReason.TIMEOUT);
                    assertThat(Processes.isAlive(server)).isTrue();
                    GenServer.stop(server);
                });
    }

    @SuppressWarnings("unchecked")
    private static ServerRef<Object> plainly(Pid<?> server) {
        return (ServerRef<Object>) server;
    }

    private static void swallowOneInterrupt() {
        for (int time = 0; time < 2; time++) {
            try {
                Thread.sleep(Duration.ofHours(1));
            } catch (InterruptedException swallowed) {
                Thread.yield();
            }
        }
    }

    private static <T> CompletableFuture<T> inProcess(Supplier<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Processes.spawn(() -> {
            try {
                result.complete(body.get());
            } catch (Throwable thrown) {
                result.completeExceptionally(
                        new AssertionError(thrown.getClass().getName(), thrown));
            }
        });
        return result;
    }

    /** Does something while the log fails as well. */
    private static void withHostileLog(Hostility hostility, Runnable action) {
        Filter before = QuietLog.LOGGER.getFilter();
        QuietLog.LOGGER.setFilter(_ -> hostility.act() == 0);
        try {
            action.run();
        } finally {
            QuietLog.LOGGER.setFilter(before);
        }
    }
}
