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
        return direction.point(middle(direction), direction.across(from));
    }

    /** Returns the second of them. */
    Point second(Direction direction) {
        return direction.point(middle(direction), direction.across(to));
    }

    private double middle(Direction direction) {
        return (direction.along(from) + direction.along(to)) / 2;
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
}
