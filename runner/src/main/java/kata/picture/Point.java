package kata.picture;

/**
 * A point of a drawing.
 *
 * @param x how far to the right, in pixels
 * @param y how far down, in pixels
 */
public record Point(double x, double y) {

    Point moved(double right, double down) {
        return new Point(x + right, y + down);
    }
}
