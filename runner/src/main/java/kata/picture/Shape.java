package kata.picture;

/** The outline of a node. */
public enum Shape {
    /** {@code [ ]}: most processes. */
    RECTANGLE(24, 16),

    /** {@code ([ ])}: who asks from outside. */
    STADIUM(36, 14),

    /** {@code [( )]}: what keeps something, such as a mailbox, a table or a folder. */
    CYLINDER(28, 30),

    /** {@code {{ }}}: a name. */
    HEXAGON(44, 14);

    /** How high an end of a cylinder is, and how wide the tip of a hexagon. */
    static final double END = 9;

    private final double widthAround;
    private final double heightAround;

    Shape(double widthAround, double heightAround) {
        this.widthAround = widthAround;
        this.heightAround = heightAround;
    }

    /** Returns the size of a node with these words. */
    Size around(Words words) {
        return words.size().plus(widthAround, heightAround);
    }

    /** Returns where the middle of the words is, below the node's own. */
    double wordsBelow() {
        return this == CYLINDER ? END / 2 : 0;
    }

    /**
     * Returns how far the outline stands back from the edge of the node's area.
     *
     * @param size the size of that area
     * @param off how far from the middle of that edge
     * @param direction whether it is the left or right edge, or the upper or lower one
     */
    double inset(Size size, double off, Direction direction) {
        return switch (this) {
            case STADIUM -> direction == Direction.RIGHT ? round(size.height() / 2, off, 1) : 0;
            case HEXAGON ->
                    direction == Direction.RIGHT ? Math.abs(off) / (size.height() / 2) * END : 0;
            case CYLINDER ->
                    direction == Direction.DOWN
                            ? round(size.width() / 2, off, END / (size.width() / 2))
                            : 0;
            case RECTANGLE -> 0;
        };
    }

    private static double round(double radius, double off, double flattened) {
        return (radius - Math.sqrt(radius * radius - off * off)) * flattened;
    }
}
