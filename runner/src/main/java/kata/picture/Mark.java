package kata.picture;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of a drawing. */
public sealed interface Mark {

    /** Returns the mark elsewhere. */
    Mark moved(double right, double down);

    /** The frame around a group. */
    record Frame(Area area) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new Frame(area.moved(right, down));
        }
    }

    /** The outline of a node, of a participant or of a note. */
    record Outline(Area area, Shape shape) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new Outline(area.moved(right, down), shape);
        }
    }

    /**
     * Words.
     *
     * @param area the room that they have
     * @param lines the lines, each in the middle
     * @param fontSize how large they are
     */
    record Text(Area area, List<String> lines, double fontSize) implements Mark {

        static Text of(Words words, double x, double y) {
            return new Text(Area.around(x, y, words.size()), words.lines(), words.font().size);
        }

        @Override
        public Mark moved(double right, double down) {
            return new Text(area.moved(right, down), lines, fontSize);
        }
    }

    /**
     * A line, from where its arrow begins to where it ends; it may have gaps, for words.
     *
     * @param parts its parts, each from point to point
     * @param end what stands at its end
     * @param direction where it leaves its points: to the right and left, or up and down
     */
    record Line(List<List<Point>> parts, Stroke stroke, End end, Direction direction)
            implements Mark {

        /** What stands at the end of a line. */
        public enum End {
            NOTHING,

            /** A filled head. */
            ARROW,

            /** A head of two strokes: the sender does not wait. */
            OPEN,

            /** A cross: the message is lost. */
            CROSS
        }

        /** Returns the curves that it consists of. */
        public Stream<Curve> curves() {
            return parts.stream().flatMap(this::curves);
        }

        Stream<Curve> curves(List<Point> part) {
            return IntStream.range(1, part.size())
                    .mapToObj(i -> Curve.of(part.get(i - 1), part.get(i), direction));
        }

        @Override
        public Mark moved(double right, double down) {
            List<List<Point>> elsewhere =
                    parts.stream()
                            .map(part ->
                                    part.stream().map(point -> point.moved(right, down)).toList())
                            .toList();
            return new Line(elsewhere, stroke, end, direction);
        }
    }
}
