package gates.page;

import kata.picture.Area;
import kata.picture.Drawing;
import kata.picture.Mark;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What makes a drawing hard to read. */
final class DrawingFlaws {

    private final Drawing drawing;
    private final List<Mark.Text> texts;

    private DrawingFlaws(Drawing drawing) {
        this.drawing = drawing;
        this.texts = marks(Mark.Text.class).toList();
    }

    /** Returns a sentence for each of them. */
    static Stream<String> of(Drawing drawing) {
        var flaws = new DrawingFlaws(drawing);
        return Stream.of(flaws.width(), flaws.amongTexts(), flaws.atBorders(), flaws.atLines())
                .flatMap(found -> found);
    }

    private Stream<String> width() {
        return drawing.fits()
                ? Stream.empty()
                : Stream.of(
                        "It is wider than a page, which has %.0f pixels."
                                .formatted(Drawing.WIDEST));
    }

    private Stream<String> amongTexts() {
        Stream<String> outside =
                texts.stream()
                        .filter(text -> !Overlap.isWithin(text.area(), drawing.area()))
                        .map(text -> "`%s` is cut off.".formatted(words(text)));
        Stream<String> overlapping =
                IntStream.range(0, texts.size())
                        .boxed()
                        .flatMap(i ->
                                texts.subList(0, i).stream()
                                        .filter(other ->
                                                Overlap.of(other.area(), texts.get(i).area()))
                                        .map(other ->
                                                "`%s` and `%s` overlap."
                                                        .formatted(
                                                                words(other),
                                                                words(texts.get(i)))));
        return Stream.concat(outside, overlapping);
    }

    private Stream<String> atBorders() {
        List<Area> boxes =
                Stream.concat(
                                marks(Mark.Outline.class).map(Mark.Outline::area),
                                marks(Mark.Frame.class).map(Mark.Frame::area))
                        .toList();
        return texts.stream()
                .filter(text ->
                        boxes.stream()
                                .anyMatch(box ->
                                        Overlap.of(box, text.area())
                                                && !Overlap.isWithin(text.area(), box)))
                .map(text -> "`%s` lies across the edge of a box.".formatted(words(text)));
    }

    private Stream<String> atLines() {
        return texts.stream()
                .filter(text ->
                        marks(Mark.Line.class).anyMatch(line -> Overlap.of(line, text.area())))
                .map(text -> "A line runs through `%s`.".formatted(words(text)));
    }

    private <M extends Mark> Stream<M> marks(Class<M> type) {
        return drawing.marks().stream().filter(type::isInstance).map(type::cast);
    }

    private static String words(Mark.Text text) {
        return String.join(" ", text.lines());
    }
}
