package kata.picture;

/** A rectangle of a drawing, in pixels. */
public record Area(double x, double y, double width, double height) {

    /** Returns the area of this size around a point. */
    static Area around(double x, double y, Size size) {
        return new Area(x - size.width() / 2, y - size.height() / 2, size.width(), size.height());
    }

    Area moved(double right, double down) {
        return new Area(x + right, y + down, width, height);
    }

    /** Returns its right edge. */
    public double right() {
        return x + width;
    }

    /** Returns its lower edge. */
    public double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }
}
