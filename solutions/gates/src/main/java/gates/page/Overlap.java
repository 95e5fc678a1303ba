package gates.page;

import kata.picture.Area;
import kata.picture.Curve;
import kata.picture.Mark;
import kata.picture.Point;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells how the parts of a drawing lie to each other. */
final class Overlap {

    /** What rounding may cost, in pixels. */
    private static final double TOLERANCE = 0.01;

    /** How many points of a curve are looked at. */
    private static final int STEPS = 16;

    private Overlap() {}

    /** Tells whether an area lies within another. */
    static boolean isWithin(Area inner, Area outer) {
        return inner.x() >= outer.x() - TOLERANCE
                && inner.y() >= outer.y() - TOLERANCE
                && inner.right() <= outer.right() + TOLERANCE
                && inner.bottom() <= outer.bottom() + TOLERANCE;
    }

    /** Tells whether two areas have more in common than an edge. */
    static boolean of(Area one, Area other) {
        return other.x() < one.right() - TOLERANCE
                && other.right() > one.x() + TOLERANCE
                && other.y() < one.bottom() - TOLERANCE
                && other.bottom() > one.y() + TOLERANCE;
    }

    /** Tells whether a line runs through an area, and not only along its edge. */
    static boolean of(Mark.Line line, Area area) {
        return line.curves()
                .flatMap(Overlap::points)
                .anyMatch(point -> of(new Area(point.x(), point.y(), 0, 0), area));
    }

    private static Stream<Point> points(Curve curve) {
        return IntStream.rangeClosed(0, STEPS).mapToObj(step -> at((double) step / STEPS, curve));
    }

    private static Point at(double part, Curve curve) {
        double rest = 1 - part;
        double[] weights = {
            rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part
        };
        Point[] points = {curve.from(), curve.first(), curve.second(), curve.to()};
        double x = 0;
        double y = 0;
        for (int i = 0; i < weights.length; i++) {
            x += weights[i] * points[i].x();
            y += weights[i] * points[i].y();
        }
        return new Point(x, y);
    }
}
