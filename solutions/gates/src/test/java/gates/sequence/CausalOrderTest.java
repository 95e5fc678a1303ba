package gates.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class CausalOrderTest {

    /** A client casts, calls, and goes on; another one casts, at whatever moment. */
    private static final List<String> CALL =
            List.of(
                    "STARTED\tshell\tother\tProcess",
                    "SENT\tshell\tserver\tput\t1\tCAST",
                    "SENT\tshell\tserver\tget\t2\tCALL",
                    "TAKEN\tserver\tshell\t\t1",
                    "SENT\tother\tserver\thello\t3\tCAST",
                    "TAKEN\tserver\tshell\t\t2",
                    "SENT\tserver\tshell\tanswer\t4\tREPLY",
                    "TAKEN\tshell\tserver\t\t4",
                    "LINE\tshell\t\tend");

    @Test
    void what_happens_elsewhere_at_whatever_moment_changes_nothing() {
        List<String> expected = texts(CausalOrder.of(events(CALL)));
        for (int place = 1; place < CALL.size(); place++) {
            List<String> moved = moved(CALL.get(4), place);
            assertThat(texts(CausalOrder.of(events(moved)))).isEqualTo(expected);
        }
    }

    @Test
    void a_process_runs_until_it_waits_and_then_the_next_one_that_can() {
        assertThat(texts(CausalOrder.of(events(CALL))))
                .containsExactly("Process", "put", "get", "hello", "answer", "end");
    }

    @Test
    void an_end_comes_after_its_signal_though_no_one_takes_that() {
        List<Event> events =
                events(
                        List.of(
                                "SENT\tshell\tserver\tkill\t1\tEXIT",
                                "ENDED\tserver\t\tkilled",
                                "SENT\tserver\tshell\tdown\t2\tDOWN",
                                "TAKEN\tshell\tserver\t\t2",
                                "LINE\tshell\t\tend"));
        assertThat(texts(CausalOrder.of(events))).containsExactly("kill", "killed", "down", "end");
    }

    @Test
    void what_the_last_event_does_not_depend_on_is_left_out() {
        List<Event> events = events(CALL);
        assertThat(texts(CausalOrder.upTo(events.getLast(), events)))
                .containsExactly("Process", "put", "get", "answer", "end");
    }

    @Test
    void a_line_after_one_that_waits_comes_after_all_that_has_happened() {
        List<Event> events =
                events(
                        List.of(
                                "STARTED\tshell\tother\tProcess",
                                "SENT\tother\tserver\thello\t1\tCAST",
                                "LINE\tshell\tALL\tnext"));
        assertThat(texts(CausalOrder.of(CausalOrder.upTo(events.getLast(), events))))
                .containsExactly("Process", "hello", "next");
    }

    private static List<String> moved(String event, int place) {
        List<String> others = CALL.stream().filter(other -> !other.equals(event)).toList();
        return Stream.of(others.subList(0, place), List.of(event), others.subList(place, 8))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Event> events(List<String> told) {
        return Event.read("@event\t" + String.join("\n@event\t", told));
    }

    private static List<String> texts(List<Event> events) {
        return events.stream().map(Event::text).filter(text -> !text.isEmpty()).toList();
    }
}
