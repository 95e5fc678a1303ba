package kata.picture;

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

    /** How long it is along the direction of the chart, and how broad across it. */
    private double length;

    private double breadth;

    /** The layer that it is in, from 0. */
    int layer;

    /** Where its middle is, along and across. */
    double along;

    double across;

    Cell(Kind kind) {
        this.kind = kind;
    }

    static Cell of(Kind kind, Size size, Direction direction) {
        var cell = new Cell(kind);
        cell.resize(size, direction);
        return cell;
    }

    void resize(Size size, Direction direction) {
        length = direction.along(size);
        breadth = direction.across(size);
    }

    double length() {
        return length;
    }

    double breadth() {
        return breadth;
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
