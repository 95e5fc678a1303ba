package otp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What becomes of the ties of a process when it ends, without any thread. */
@RuntimeTest
class LifelineTest {

    private static final ExitReason BOOM = ExitReason.of("boom");

    private final LocalProcess<Object> process = idle();
    private final List<String> events = new ArrayList<>();

    /** Returns a process whose thread is never started. */
    private static LocalProcess<Object> idle() {
        return new LocalProcess<>(Body.of(() -> {}));
    }

    private void end() {
        process.lifeline().leave(BOOM);
        Endings.announce(process);
    }

    private static List<Object> messagesOf(LocalProcess<?> owner) {
        List<Object> messages = new ArrayList<>();
        for (Envelope next = take(owner); next != null; next = take(owner)) {
            messages.add(next.message());
        }
        return messages;
    }

    private static Envelope take(LocalProcess<?> owner) {
        return owner.mailbox().poll(_ -> true);
    }

    @Test
    void only_the_first_reason_counts() {
        assertThat(process.lifeline().leave(BOOM)).isTrue();
        assertThat(process.lifeline().leave(ExitReason.KILLED)).isFalse();
        assertThat(process.lifeline().exiting()).isEqualTo(BOOM);
    }

    @Test
    void what_it_owns_is_gone_before_its_name_and_that_before_anybody_hears_of_the_end() {
        Name<Object> name = new Name<>(FreshName.of("lifeline"));
        ProcessTable.register(name, process);
        LocalProcess<Object> linked = idle();
        linked.lifeline().trapExits(true);
        linked.lifeline().link(process);
        process.lifeline()
                .belongings()
                .add(_ -> events.add("owned, name taken " + (ProcessTable.find(name) == process)));
        end();
        assertThat(events).containsExactly("owned, name taken true");
        assertThat(ProcessTable.find(name)).isNull();
        assertThat(messagesOf(linked)).containsExactly(new ExitMessage(process, BOOM));
    }

    @Test
    void an_exit_comes_before_a_down() {
        LocalProcess<Object> other = idle();
        other.lifeline().trapExits(true);
        other.lifeline().link(process);
        Monitor monitor = Monitor.begin(other, process, process);
        end();
        assertThat(messagesOf(other))
                .containsExactly(new ExitMessage(process, BOOM), new Down(monitor, process, BOOM));
    }

    @Test
    void whatever_one_belonging_throws_the_rest_is_done() {
        for (Hostility hostility :
                List.of(
                        Hostility.THROWS,
                        Hostility.THROWS_ERROR,
                        Hostility.OVERFLOWS,
                        Hostility.RUNS_OUT_OF_MEMORY)) {
            LocalProcess<Object> ending = idle();
            LocalProcess<Object> other = idle();
            Monitor monitor = Monitor.begin(other, ending, ending);
            for (int belonging = 0; belonging < 3; belonging++) {
                ending.lifeline().belongings().add(_ -> hostility.act());
            }
            ending.lifeline().belongings().add(_ -> events.add("done"));
            ending.lifeline().leave(BOOM);
            Endings.announce(ending);
            assertThat(messagesOf(other)).containsExactly(new Down(monitor, ending, BOOM));
        }
        assertThat(events).hasSize(4);
    }

    @Test
    void who_hears_of_the_end_and_then_monitors_hears_that_there_is_no_such_process() {
        LocalProcess<Object> late = idle();
        late.lifeline().trapExits(true);
        end();
        Monitor monitor = Monitor.begin(late, process, process);
        late.lifeline().link(process);
        assertThat(messagesOf(late))
                .containsExactly(
                        new Down(monitor, process, ExitReason.NOPROC),
                        new ExitMessage(process, ExitReason.NOPROC));
        assertThat(process.mailbox().put(new Envelope.Plain("late"))).isFalse();
    }

    @Test
    void calls_that_were_taken_or_wait_fail_with_the_reason() {
        PendingCall waiting = new PendingCall("waiting");
        PendingCall taken = new PendingCall("taken");
        process.mailbox().put(taken);
        assertThat(process.lifeline().open(take(process))).isEqualTo("taken");
        process.mailbox().put(waiting);
        end();
        PendingCall.Failure failure = new PendingCall.Failure(BOOM);
        assertThat(waiting.await(null, Deadline.FOREVER)).isEqualTo(failure);
        assertThat(taken.await(null, Deadline.FOREVER)).isEqualTo(failure);
    }

    @Test
    void a_link_that_is_set_while_one_side_ends_breaks_once() {
        LocalProcess<Object> ended = idle();
        ended.lifeline().leave(BOOM);
        Endings.announce(ended);
        process.lifeline().trapExits(true);
        ended.lifeline().link(process);
        assertThat(messagesOf(process)).isEmpty();
        assertThat(process.lifeline().links().copy()).isEmpty();
    }

    @Test
    void an_end_leaves_nothing_with_others() {
        LocalProcess<Object> other = idle();
        other.lifeline().trapExits(true);
        other.lifeline().link(process);
        Monitor.begin(other, process, process);
        Monitor.begin(process, other, other);
        end();
        assertThat(other.lifeline().links().copy()).isEmpty();
        assertThat(other.lifeline().monitors().copy()).isEmpty();
        assertThat(other.lifeline().monitoredBy().copy()).isEmpty();
        assertThat(process.body()).isNull();
    }
}
