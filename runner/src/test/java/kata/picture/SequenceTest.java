package kata.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kata.stage.KataException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SequenceTest {

    @ParameterizedTest
    @CsvSource({
        "a->>b: x, SOLID, ARROW",
        "a-->>b: x, DASHED, ARROW",
        "a-)b: x, SOLID, OPEN",
        "a--)b: x, DASHED, OPEN",
        "a-xb: x, SOLID, CROSS"
    })
    void messages_have_their_stroke_and_their_end(
            String message, Stroke stroke, Mark.Line.End end) {
        assertThat(lines(diagram(message)))
                .last()
                .satisfies(line -> {
                    assertThat(line.stroke()).isEqualTo(stroke);
                    assertThat(line.end()).isEqualTo(end);
                });
    }

    @Test
    void participants_stand_side_by_side_in_the_order_in_which_they_are_named() {
        Drawing drawing = diagram("participant b as the server", "actor a", "a->>b: x", "a->>c: y");
        List<Double> middles =
                List.of("the server", "a", "c").stream()
                        .map(words -> area(drawing, words).centreX())
                        .toList();
        assertThat(middles).isSorted();
    }

    @Test
    void steps_are_told_in_words() {
        assertThat(diagram("participant a as client", "a->>b: get", "Note over b: waits").inWords())
                .isEqualTo("client to b: get. b: waits.");
    }

    @Test
    void the_svg_names_what_it_shows_and_escapes_it() {
        assertThat(diagram("a->>b: List<Entry>").svg())
                .contains(
                        "role=\"img\"",
                        "<title>Sequence diagram</title>",
                        "<desc>a to b: List&lt;Entry&gt;.</desc>")
                .doesNotContain("<Entry>", "style", " id=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"loop every second", "a->b: x", "a->>b", "activate a", "note a: x"})
    void a_line_that_cannot_be_drawn_is_named_with_what_can(String line) {
        assertThatThrownBy(() -> diagram("a->>b: x", line))
                .isInstanceOf(KataException.class)
                .hasMessageContaining("Line 3 of the picture cannot be drawn: " + line)
                .hasMessageContaining("->>");
    }

    private static Drawing diagram(String... lines) {
        return Picture.draw("sequenceDiagram\n" + String.join("\n", lines));
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
