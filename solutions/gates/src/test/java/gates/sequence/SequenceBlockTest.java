package gates.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.stage.KataException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SequenceBlockTest {

    private static final String LESSON =
            """
            Text.

            <!-- sequence
            client: the shell
            Bob's server: Server 1
            after: int i = 1
            run: var bobs = Server.start()
            wait: started.await()
            show: Server.get(bobs)
            -->
            ```mermaid
            sequenceDiagram
                actor client
            ```
            """;

    @Test
    void the_comment_says_what_is_typed_and_what_the_processes_are() {
        assertThat(SequenceBlock.of(LESSON))
                .singleElement()
                .satisfies(block -> {
                    assertThat(block.line()).isEqualTo(3);
                    assertThat(block.processes())
                            .containsExactly(
                                    Map.entry("client", "the shell"),
                                    Map.entry("Bob's server", "Server 1"));
                    assertThat(block.after()).contains("int i = 1");
                    assertThat(block.lines())
                            .containsExactly(
                                    new SequenceBlock.Line(
                                            "var bobs = Server.start()", SequenceBlock.Use.RUN),
                                    new SequenceBlock.Line(
                                            "started.await()", SequenceBlock.Use.WAIT),
                                    new SequenceBlock.Line(
                                            "Server.get(bobs)", SequenceBlock.Use.SHOW));
                    assertThat(block.diagram()).isEqualTo("sequenceDiagram\n    actor client");
                });
    }

    @Test
    void another_diagram_takes_the_place_of_the_former_one() {
        SequenceBlock block = SequenceBlock.of(LESSON).getFirst();
        assertThat(block.replaced(LESSON, "sequenceDiagram\n    actor other"))
                .isEqualTo(LESSON.replace("actor client", "actor other"));
    }

    @Test
    void a_comment_without_a_picture_below_is_refused() {
        assertThatThrownBy(() -> SequenceBlock.of(LESSON.replace("```mermaid", "```")))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("Line 11 must begin a ```mermaid block");
    }

    @Test
    void an_entry_without_a_value_is_refused() {
        assertThatThrownBy(() -> SequenceBlock.of(LESSON.replace("run: ", "run ")))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("`run var bobs = Server.start()` must be `name: value`");
    }

    @Test
    void processes_have_their_names_in_the_diagram_and_others_are_left_out() {
        SequenceBlock block = SequenceBlock.of(LESSON).getFirst();
        List<Event> events =
                Event.read(
                        """
                        @event	STARTED	#PID<0.1.0>	#PID<0.2.0>	Process
                        @event	SERVES	#PID<0.2.0>		Server
                        @event	SENT	#PID<0.1.0>	#PID<0.2.0>	Get[from=#PID<0.1.0>; #PID<0.9.0>]	1	CALL
                        @event	SENT	#PID<0.9.0>	#PID<0.2.0>	hello	2	CAST
                        @event	SENT	#PID<0.1.0>	#PID<0.2.0>	stop	3	SYSTEM
                        @event	ENDED	#PID<0.2.0>		killed
                        """);
        assertThat(new SequenceText(block, events, "#PID<0.1.0>").of(events))
                .isEqualTo(
                        """
                        sequenceDiagram
                            actor client
                            participant Bob_s_server as Bob's server
                            client->>Bob_s_server: starts
                            client->>Bob_s_server: Get[from=client, a pid]
                            Note over Bob_s_server: ends: killed\
                        """);
    }
}
