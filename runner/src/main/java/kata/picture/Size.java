package kata.picture;

/**
 * A size in pixels.
 *
 * @param width how wide
 * @param height how high
 */
record Size(double width, double height) {

    static final Size NONE = new Size(0, 0);

    Size plus(double wider, double higher) {
        return new Size(width + wider, height + higher);
    }
}
