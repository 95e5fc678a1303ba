package kata.picture;

/**
 * A part of a line, as a cubic curve of Bezier.
 *
 * @param first the first of the points that bend it
 * @param second the second of them
 */
public record Curve(Point from, Point first, Point second, Point to) {

    static Curve of(Point from, Point to, Direction direction) {
        double middle = (direction.along(from) + direction.along(to)) / 2;
        return new Curve(
                from,
                direction.point(middle, direction.across(from)),
                direction.point(middle, direction.across(to)),
                to);
    }

    boolean isStraight() {
        return from.x() == to.x() || from.y() == to.y();
    }
}
