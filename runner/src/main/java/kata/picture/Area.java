package kata.picture;

/** A rectangle of a drawing, in pixels. */
public record Area(double x, double y, double width, double height) {

    /** What rounding may cost. */
    private static final double TOLERANCE = 0.01;

    /** Returns the area of this size around a point. */
    static Area around(double x, double y, Size size) {
        return new Area(x - size.width() / 2, y - size.height() / 2, size.width(), size.height());
    }

    Area moved(double right, double down) {
        return new Area(x + right, y + down, width, height);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }

    /** Tells whether another area lies within this one. */
    public boolean contains(Area other) {
        return other.x >= x - TOLERANCE
                && other.y >= y - TOLERANCE
                && other.right() <= right() + TOLERANCE
                && other.bottom() <= bottom() + TOLERANCE;
    }

    /** Tells whether this area and another have more in common than an edge. */
    public boolean overlaps(Area other) {
        return other.x < right() - TOLERANCE
                && other.right() > x + TOLERANCE
                && other.y < bottom() - TOLERANCE
                && other.bottom() > y + TOLERANCE;
    }

    /** Tells whether a point lies within this area, and not only on its edge. */
    public boolean contains(Point point) {
        return point.x() > x + TOLERANCE
                && point.x() < right() - TOLERANCE
                && point.y() > y + TOLERANCE
                && point.y() < bottom() - TOLERANCE;
    }
}
