package todo;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Processes.exit;
import static otp.Processes.info;
import static otp.Processes.receive;

import otp.Down;
import otp.ExitReason;
import otp.Name;
import otp.Pid;
import otp.ProcessInfo;
import otp.Processes;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cache and all that it has started: linked, so that they die together. */
public final class Together {

    private static final Name<?> CACHE = new Name<>("todo_cache");

    private Together() {}

    /** Kills one of them, and returns when all of them have ended, which they must. */
    public static void dieWith(Pid<?> one) {
        dieOf(() -> exit(one, ExitReason.KILL));
    }

    /** Does what ends one of them, and returns when all of them have ended. */
    public static void dieOf(Runnable cause) {
        List<Pid<?>> all = expectThatTheyAreLinked();
        all.forEach(Processes::monitor);
        cause.run();
        for (int ended = 0; ended < all.size(); ended++) {
            assertThat(receive(Down.class, Duration.ofSeconds(3)))
                    .as(
                            "the end of each of %s, of which %d have ended: they are linked",
                            all, ended)
                    .isPresent();
        }
    }

    /** Without the links, to wait for their end would be to wait for ever. */
    private static List<Pid<?>> expectThatTheyAreLinked() {
        Set<Pid<?>> linked = new HashSet<>();
        collect(Running.process(CACHE), linked);
        List<Pid<?>> all = Running.processes().stream().filter(Together::isNoSupervisor).toList();
        assertThat(all).as("what dies with the cache traps no exits").allMatch(Together::dies);
        assertThat(linked).as("what dies with the cache").containsExactlyInAnyOrderElementsOf(all);
        return all;
    }

    private static void collect(Pid<?> process, Set<Pid<?>> linked) {
        if (dies(process) && linked.add(process)) {
            Running.links(process).forEach(other -> collect(other, linked));
        }
    }

    private static boolean isNoSupervisor(Pid<?> process) {
        return info(process).filter(info -> info.label().equals("Supervisor")).isEmpty();
    }

    /** What traps exits, as the supervisor and the tests do, is told of an end, and lives on. */
    private static boolean dies(Pid<?> process) {
        return info(process).map(ProcessInfo::trapsExits).filter(traps -> !traps).isPresent();
    }
}
