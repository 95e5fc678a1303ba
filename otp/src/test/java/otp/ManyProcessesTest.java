package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@RuntimeTest
class ManyProcessesTest {

    private static final int MANY = 100_000;

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_hundred_thousand_killed_processes_leave_nothing_behind() {
        Set<Pid<?>> before = livingProcesses();
        List<Pid<Object>> processes =
                IntStream.range(0, MANY).mapToObj(ManyProcessesTest::named).toList();
        assertThat(Processes.list()).hasSizeGreaterThanOrEqualTo(MANY);
        processes.forEach(Processes::monitor);

        processes.forEach(process -> Processes.exit(process, ExitReason.KILL));
        assertThat(reasonsOfAll()).containsOnly(ExitReason.KILLED);

        assertThat(before.containsAll(livingProcesses())).isTrue();
        assertThat(IntStream.range(0, MANY).filter(ManyProcessesTest::isTaken)).isEmpty();
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_hundred_thousand_processes_that_end_by_themselves_leave_nothing_behind() {
        Set<Pid<?>> before = livingProcesses();
        List<Pid<Object>> processes =
                IntStream.range(0, MANY)
                        .mapToObj(_ -> Processes.<Object>spawn(Processes::receive))
                        .toList();
        processes.forEach(Processes::monitor);

        processes.forEach(process -> Processes.send(process, "end"));
        assertThat(reasonsOfAll()).containsOnly(ExitReason.NORMAL);

        assertThat(before.containsAll(livingProcesses())).isTrue();
    }

    /** Returns the living processes, of which the calling one is one. */
    private static Set<Pid<?>> livingProcesses() {
        Processes.self();
        return new HashSet<>(Processes.list());
    }

    private static Pid<Object> named(int number) {
        Pid<Object> process = Processes.spawn(Processes::receive);
        Processes.register(process, name(number));
        return process;
    }

    private static boolean isTaken(int number) {
        return Processes.whereis(name(number)).isPresent();
    }

    private static Name<Object> name(int number) {
        return new Name<>("many_" + number);
    }

    /** Receives the answers to all monitors, in whatever order they come. */
    private static Set<ExitReason> reasonsOfAll() {
        return IntStream.range(0, MANY)
                .mapToObj(_ -> Patience.received(Down.class).reason())
                .collect(Collectors.toSet());
    }
}
