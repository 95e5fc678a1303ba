package otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Filter;
import java.util.stream.IntStream;

/** Whatever code does that is not the runtime's own, the runtime gets an answer. */
@RuntimeTest
class ForeignCodeTest {

    @Test
    void code_that_returns_gives_the_answer() {
        assertThat(ForeignCode.call(() -> 42, 0)).isEqualTo(42);
    }

    @ParameterizedTest
    @EnumSource
    void code_that_fails_gives_the_other_answer(Hostility hostility) {
        assertThat(ForeignCode.call(hostility::act, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_cannot_be_printed_is_called_by_its_class(Hostility hostility) {
        assertThat(Printed.of(new HostileValue(hostility)))
                .isEqualTo("an unprintable otp.HostileValue");
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_that_cannot_be_printed_is_called_by_its_type(Hostility hostility) {
        assertThat(Printed.of(new HostileException(hostility))).isEqualTo("HostileException");
    }

    @Test
    void a_value_without_a_text_is_printed_as_null() {
        Object textless =
                new Object() {
                    @Override
                    public String toString() {
                        return null;
                    }
                };
        assertThat(Printed.of(textless)).isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource
    void a_log_that_fails_does_not_fail_whoever_logs(Hostility hostility) {
        Filter before = QuietLog.LOGGER.getFilter();
        QuietLog.LOGGER.setFilter(_ -> hostility.act() == 0);
        try {
            assertThatCode(() -> Log.error(() -> "text")).doesNotThrowAnyException();
        } finally {
            QuietLog.LOGGER.setFilter(before);
        }
    }

    @Test
    void code_that_never_returns_does_not_keep_other_code_from_running() {
        List<CompletableFuture<Integer>> stuck =
                IntStream.range(0, 100)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> ForeignCode.call(Hostility.BLOCKS::act, 7),
                                        Thread::startVirtualThread))
                        .toList();
        stuck.forEach(answer -> assertThat(Patience.valueOf(answer)).isEqualTo(7));
        assertThat(ForeignCode.call(() -> 42, 0)).isEqualTo(42);
    }

    @Test
    void ids_and_reasons_are_told_apart_while_texts_take_their_time() {
        record Room(String house, int number) {}
        AtomicBoolean isOver = new AtomicBoolean();
        CountDownLatch allHelpers = new CountDownLatch(16);
        Object slow = new SlowText(allHelpers);
        List<CompletableFuture<Void>> printing =
                IntStream.range(0, 200)
                        .mapToObj(_ ->
                                CompletableFuture.runAsync(
                                        () -> printUntil(isOver, slow), Thread::startVirtualThread))
                        .toList();
        try {
            Patience.until(() -> allHelpers.getCount() == 0);
            for (int number = 0; number < 20; number++) {
                Room room = new Room("A", number);
                assertThat(new ChildId(room))
                        .hasSameHashCodeAs(room)
                        .isEqualTo(new ChildId(new Room("A", number)));
            }
        } finally {
            isOver.set(true);
            printing.forEach(Patience::valueOf);
        }
    }

    private static void printUntil(AtomicBoolean isOver, Object value) {
        while (!isOver.get()) {
            Printed.of(value);
        }
    }

    /** A value that keeps a helper until its caller has waited for a second. */
    private record SlowText(CountDownLatch begun) {

        @Override
        public String toString() {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException givenUp) {
                return "given up";
            }
        }
    }

    @Test
    void code_that_asks_for_other_code_in_turn_gets_its_answer() {
        assertThat(ForeignCode.call(() -> ForeignCode.call(() -> 42, 0), 0)).isEqualTo(42);
    }

    @Test
    void an_interrupt_does_not_end_the_wait_and_is_kept() {
        Thread.currentThread().interrupt();
        assertThat(ForeignCode.call(() -> 42, 0)).isEqualTo(42);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Several times: on a busy machine, the rest may take too long. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_machine_that_stands_still_takes_no_time_from_the_code() {
        await().atMost(Patience.LIMIT)
                .until(() -> ForeignCode.call(ForeignCodeTest::standStill, false));
    }

    /** Has the operating system stop this program for longer than foreign code may take. */
    private static boolean standStill() throws IOException, InterruptedException {
        long pid = ProcessHandle.current().pid();
        String script = "kill -STOP %1$d; sleep 1.5; kill -CONT %1$d; sleep 0.2".formatted(pid);
        return new ProcessBuilder("sh", "-c", script).start().waitFor() == 0;
    }

    @Test
    void what_is_inherited_by_threads_is_not_inherited_by_helpers() {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        user.set("alice");
        assertThat(ForeignCode.call(user::get, "failed")).isNull();
    }
}
