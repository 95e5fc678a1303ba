package kata.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.stage.KataException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FlowchartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a[one cache] ! RECTANGLE",
                "a([one cache]) ! STADIUM",
                "a[(one cache)] ! CYLINDER",
                "a{{\"one cache\"}} ! HEXAGON"
            })
    void nodes_have_words_in_an_outline(String node, Shape shape) {
        List<Mark> marks = chart("LR", node).marks();
        assertThat(marks)
                .anySatisfy(mark ->
                        assertThat(mark)
                                .isInstanceOfSatisfying(
                                        Mark.Outline.class,
                                        outline -> assertThat(outline.shape()).isEqualTo(shape)))
                .anySatisfy(mark ->
                        assertThat(mark)
                                .isInstanceOfSatisfying(
                                        Mark.Text.class,
                                        text ->
                                                assertThat(text.lines())
                                                        .containsExactly("one cache")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a --> b ! SOLID ! ARROW",
                "a --- b ! SOLID ! NOTHING",
                "a ==> b ! THICK ! ARROW",
                "a == link === b ! THICK ! NOTHING",
                "a -.-> b ! DASHED ! ARROW",
                "a -. monitors .- b ! DASHED ! NOTHING",
                "a -- \"store, get\" --> b ! SOLID ! ARROW"
            })
    void edges_have_their_stroke_and_their_end(String edge, Stroke stroke, Mark.Line.End end) {
        assertThat(lines(chart("LR", edge)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.stroke()).isEqualTo(stroke);
                    assertThat(line.end()).isEqualTo(end);
                });
    }

    @Test
    void an_edge_has_its_words_where_its_line_is_broken_off() {
        Drawing drawing = chart("LR", "a -- says --> b");
        assertThat(lines(drawing))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.parts()).hasSize(2);
                    assertThat(area(drawing, "says"))
                            .satisfies(words -> {
                                assertThat(words.x())
                                        .isGreaterThan(line.parts().getFirst().getLast().x());
                                assertThat(words.right())
                                        .isLessThan(line.parts().getLast().getFirst().x());
                            });
                });
    }

    @Test
    void arrows_lead_to_the_right_or_down_and_those_that_close_a_circle_back() {
        Drawing right = chart("LR", "a --> b", "b --> a");
        assertThat(area(right, "a").right()).isLessThan(area(right, "b").x());
        Drawing down = chart("TD", "a --> b", "b --> a");
        assertThat(area(down, "a").bottom()).isLessThan(area(down, "b").y());
        assertThat(lines(down))
                .extracting(line -> line.parts().getLast().getLast().y())
                .satisfiesExactly(
                        first -> assertThat(first).isGreaterThan(area(down, "a").bottom()),
                        second -> assertThat(second).isLessThan(area(down, "b").y()));
    }

    @Test
    void a_chain_and_several_nodes_are_edges_one_by_one() {
        assertThat(chart("LR", "a & b --> c --> d").inWords()).isEqualTo("a to c. b to c. c to d.");
    }

    @Test
    void a_frame_holds_its_nodes_and_no_others() {
        Drawing drawing =
                chart("LR", "a -- put --> b", "subgraph s [server]", "b[(mailbox)] --> c", "end");
        Area frame =
                drawing.marks().stream()
                        .filter(Mark.Frame.class::isInstance)
                        .map(mark -> ((Mark.Frame) mark).area())
                        .findFirst()
                        .orElseThrow();
        assertThat(List.of(area(drawing, "mailbox"), area(drawing, "c")))
                .allSatisfy(words ->
                        assertThat(List.of(words.x(), words.right()))
                                .allMatch(x -> frame.x() < x && x < frame.right()));
        assertThat(area(drawing, "a").right()).isLessThan(frame.x());
        assertThat(lines(drawing).getFirst().parts().getLast().getLast().x())
                .as("the line goes on inside of the frame")
                .isGreaterThan(frame.x());
    }

    @Test
    void what_is_too_wide_for_a_page_is_drawn_in_the_other_direction() {
        String chain =
                IntStream.range(0, 8)
                        .mapToObj(i -> " -- some words that need room --> b" + i)
                        .collect(Collectors.joining("", "a", ""));
        Drawing drawing = chart("LR", chain);
        assertThat(drawing.area().width()).isLessThan(Drawing.WIDEST);
        assertThat(area(drawing, "a").bottom()).isLessThan(area(drawing, "b7").y());
    }

    @Test
    void entities_are_the_characters_that_they_stand_for() {
        assertThat(chart("LR", "a -- \"f(&quot;x&quot;)\" --> b").inWords())
                .isEqualTo("a to b: f(\"x\").");
    }

    @Test
    void the_same_chart_is_drawn_in_the_same_way() {
        String[] lines = {"a --> b", "a --> c", "b --> d", "c -- x --> d", "d --> a"};
        assertThat(chart("TD", lines).svg()).isEqualTo(chart("TD", lines).svg());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "style a fill:red",
                "a((circle))",
                "a --o b",
                "a -->|text| b",
                "a -->",
                "a b",
                "end",
                "classDef x"
            })
    void a_line_that_cannot_be_drawn_is_named_with_what_can(String line) {
        assertThatThrownBy(() -> chart("LR", "a --> b", line))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("Line 3 of the picture cannot be drawn: " + line)
                .hasMessageContaining("a([text])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pie", "flowchart RL\na --> b", "graph LR"})
    void another_kind_of_picture_is_refused(String source) {
        assertThatThrownBy(() -> Picture.draw(source))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("Line 1 of the picture cannot be drawn");
    }

    @Test
    void a_frame_that_is_not_closed_is_refused() {
        assertThatThrownBy(() -> chart("LR", "subgraph s", "a --> b"))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("Close the subgraph");
    }

    private static Drawing chart(String direction, String... lines) {
        return Picture.draw("flowchart " + direction + "\n" + String.join("\n", lines));
    }

    private static List<Mark.Line> lines(Drawing drawing) {
        return drawing.marks().stream()
                .filter(Mark.Line.class::isInstance)
                .map(Mark.Line.class::cast)
                .toList();
    }

    private static Area area(Drawing drawing, String words) {
        return drawing.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .filter(text -> String.join(" ", text.lines()).equals(words))
                .map(Mark.Text::area)
                .findFirst()
                .orElseThrow();
    }
}
