package kata.picture;

/** A size in pixels. */
record Size(double width, double height) {

    static final Size NONE = new Size(0, 0);

    Size plus(double wider, double higher) {
        return new Size(width + wider, height + higher);
    }
}
