package otp;

import static org.assertj.core.api.Assertions.assertThat;

import static otp.Patience.endOf;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What is done at the very end of the stack is done, or else nothing has happened. */
@RuntimeTest
class StackRoomTest {

    /** So many frames from the end, one after the other. */
    private static final int ATTEMPTS = 400;

    private int attempts;

    /** Fills the stack, and then attempts something at each frame on the way back. */
    private void atTheEndOfTheStack(Consumer<Integer> attempt) {
        try {
            atTheEndOfTheStack(attempt);
        } catch (StackOverflowError full) {
            if (attempts++ < ATTEMPTS) {
                attempt.accept(attempts);
            }
            throw full;
        }
    }

    private void inProcessAtTheEndOfItsStack(Runnable before, Consumer<Integer> attempt) {
        ExitReason end =
                endOf(() -> {
                    before.run();
                    atTheEndOfTheStack(attempt);
                });
        assertThat(end.rootCause()).containsInstanceOf(StackOverflowError.class);
        assertThat(attempts).isGreaterThan(ATTEMPTS);
    }

    private static List<EtsName<Integer, Integer>> names() {
        String prefix = FreshName.of("stack_room_test");
        return IntStream.rangeClosed(0, ATTEMPTS)
                .mapToObj(number -> new EtsName<Integer, Integer>(prefix + "_" + number))
                .toList();
    }

    private static void create(EtsName<Integer, Integer> name) {
        Ets.create(name, EtsOptions.set());
    }

    @Test
    void a_table_goes_with_its_owner_however_it_was_created() {
        List<EtsName<Integer, Integer>> names = names();
        inProcessAtTheEndOfItsStack(() -> {}, number -> create(names.get(number)));
        // Each name is free.
        names.forEach(StackRoomTest::create);
    }

    @Test
    void a_table_goes_with_its_owner_however_it_was_deleted() {
        List<EtsName<Integer, Integer>> names = names();
        inProcessAtTheEndOfItsStack(
                () -> names.forEach(StackRoomTest::create),
                number -> Ets.delete(names.get(number)));
        names.forEach(StackRoomTest::create);
    }

    @Test
    void whoever_is_given_a_table_is_told() {
        List<EtsName<Integer, Integer>> names = names();
        Pid<Object> receiver = Processes.self();
        inProcessAtTheEndOfItsStack(
                () -> names.forEach(StackRoomTest::create),
                number -> Ets.giveAway(names.get(number), receiver, number));
        for (EtsName<Integer, Integer> name : names) {
            boolean isTold =
                    Processes.receive(
                                    EtsTransfer.class,
                                    news -> news.table().equals(name),
                                    Duration.ZERO)
                            .isPresent();
            assertThat(Ets.whereis(name).isPresent()).isEqualTo(isTold);
        }
    }
}
