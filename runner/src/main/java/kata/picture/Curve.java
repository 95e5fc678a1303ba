package kata.picture;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of a line, as a cubic curve of Bezier. */
record Curve(Point from, Point to) {

    private static final int STEPS = 16;

    boolean isStraight() {
        return from.x() == to.x() || from.y() == to.y();
    }

    /** Returns the first of the points that bend the curve. */
    Point first(Direction direction) {
        return direction == Direction.RIGHT
                ? new Point(middleX(), from.y())
                : new Point(from.x(), middleY());
    }

    /** Returns the second of them. */
    Point second(Direction direction) {
        return direction == Direction.RIGHT
                ? new Point(middleX(), to.y())
                : new Point(to.x(), middleY());
    }

    /** Returns points of the curve, close to each other. */
    Stream<Point> course(Direction direction) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> at((double) step / STEPS, direction));
    }

    private Point at(double part, Direction direction) {
        double rest = 1 - part;
        double[] weights = {
            rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part
        };
        Point[] points = {from, first(direction), second(direction), to};
        double x = 0;
        double y = 0;
        for (int i = 0; i < weights.length; i++) {
            x += weights[i] * points[i].x();
            y += weights[i] * points[i].y();
        }
        return new Point(x, y);
    }

    private double middleX() {
        return (from.x() + to.x()) / 2;
    }

    private double middleY() {
        return (from.y() + to.y()) / 2;
    }
}
