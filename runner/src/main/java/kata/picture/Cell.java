package kata.picture;

import java.util.Optional;

/**
 * Something with a place of its own in a layer: a node, a group, a label, or the bend of a line.
 */
final class Cell {

    /** What a cell is. */
    enum Kind {
        /** A node or a group. */
        BOX,

        /** Where a line enters the group: always in the first layer. */
        ENTRY,

        /** Where a line leaves the group: always in the last layer. */
        EXIT,

        /** The words of a line. */
        LABEL,

        /** Where a line passes through a layer. */
        BEND
    }

    final Kind kind;

    /** Its outline, if it is a node. */
    final Optional<Shape> shape;

    /** How long it is along the direction of the chart, and how broad across it. */
    double length;

    double breadth;

    /** The layer that it is in, from 0. */
    int layer;

    /** Where its middle is, along and across. */
    double along;

    double across;

    private Cell(Kind kind, Optional<Shape> shape) {
        this.kind = kind;
        this.shape = shape;
    }

    /** Creates one that needs no room, as far as is known. */
    Cell(Kind kind) {
        this(kind, Optional.empty());
    }

    static Cell ofNode(Shape shape, Size size, Direction direction) {
        return new Cell(Kind.BOX, Optional.of(shape)).sized(size, direction);
    }

    Cell sized(Size size, Direction direction) {
        length = direction.along(size);
        breadth = direction.across(size);
        return this;
    }

    double begin() {
        return along - length / 2;
    }

    double end() {
        return along + length / 2;
    }

    boolean isBox() {
        return kind == Kind.BOX;
    }

    /** Returns how much room there is to be between this cell and the next one in its layer. */
    double distanceTo(Cell next) {
        double gap = isBox() && next.isBox() ? 20 : 14;
        return (breadth + next.breadth) / 2 + gap;
    }
}
