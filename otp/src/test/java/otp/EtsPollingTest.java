package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.reasonOf;
import static otp.Patience.received;
import static otp.Processes.monitor;
import static otp.Processes.spawn;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Processes that read a table again and again, until there is something to read. */
@RuntimeTest
class EtsPollingTest {

    private static final EtsName<String, Integer> NOWHERE = new EtsName<>("ets_polling_test");

    private final EtsTable<String, Integer> table =
            Ets.create(EtsOptions.set().access(EtsAccess.PUBLIC));

    /** Tells whether there is something to read; there never is. */
    enum Poll {
        LOOKUP(table -> !Ets.lookup(table, "k").isEmpty()),
        MEMBER(table -> Ets.member(table, "k")),
        MATCH(table -> !Ets.match(table, Tuple.of("k", EtsPattern.ANY)).isEmpty()),
        MATCH_OBJECT(table -> !Ets.matchObject(table, Tuple.of("k", EtsPattern.ANY)).isEmpty()),
        SELECT(table -> !Ets.select(table, _ -> true, row -> row).isEmpty()),
        TAB2LIST(table -> !Ets.tab2list(table).isEmpty()),
        FIRST(table -> Ets.first(table).isPresent()),
        SIZE(table -> Ets.info(table).orElseThrow().size() > 0),
        WHEREIS(_ -> Ets.whereis(NOWHERE).isPresent()),
        INFO(_ -> Ets.info(NOWHERE).isPresent()),
        REFUSED_READ(_ -> isDone(() -> Ets.lookup(NOWHERE, "k"))),
        REFUSED_WRITE(_ -> isDone(() -> Ets.delete(NOWHERE))),
        ALL(_ -> Ets.all().contains(NOWHERE));

        private final Predicate<EtsTable<String, Integer>> found;

        Poll(Predicate<EtsTable<String, Integer>> found) {
            this.found = found;
        }

        private static boolean isDone(Runnable operation) {
            try {
                operation.run();
                return true;
            } catch (EtsException noTable) {
                return false;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void others_run_beside_processes_that_poll_and_these_can_be_killed(Poll poll) {
        List<Pid<Object>> polling =
                IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .mapToObj(_ -> polling(poll))
                        .toList();
        Pid<Object> test = Processes.self();
        spawn(() -> Processes.send(test, "ran"));
        assertThat(received(String.class)).isEqualTo("ran");
        for (Pid<Object> process : polling) {
            Monitor monitor = monitor(process);
            Processes.exit(process, ExitReason.KILL);
            assertThat(reasonOf(monitor)).isEqualTo(ExitReason.KILLED);
        }
    }

    private Pid<Object> polling(Poll poll) {
        return spawn(() -> {
            while (!poll.found.test(table)) {
                Thread.onSpinWait();
            }
        });
    }
}
