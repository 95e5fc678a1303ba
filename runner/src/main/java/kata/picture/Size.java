package kata.picture;

/** A size in pixels. */
record Size(double width, double height) {

    Size plus(double wider, double higher) {
        return new Size(width + wider, height + higher);
    }
}
