package kata.picture;

import java.util.List;

/** What leads from one cell to another, or back, in one group: an edge, or the part of it there. */
final class Link {

    final Flowchart.Edge edge;

    private final Cell from;
    private final Cell to;

    /** Whether the layers ascend against the arrow. */
    private boolean isReversed;

    /** Where a line ends that goes on inside of the cell: how far from the cell's middle. */
    private Double fromOffset;

    private Double toOffset;

    /** From the upper layer to the lower one, one cell a layer. */
    private List<Cell> chain = List.of();

    Link(Flowchart.Edge edge, Cell from, Cell to) {
        this.edge = edge;
        this.from = from;
        this.to = to;
        this.isReversed = to.kind == Cell.Kind.ENTRY || from.kind == Cell.Kind.EXIT;
    }

    /** Tells whether its words stand here: not where an edge only enters or leaves a group. */
    boolean isWithWords() {
        return from.isBox() && to.isBox() && !edge.text().isEmpty();
    }

    Words words() {
        return Words.of(edge.text(), Words.Font.LABEL);
    }

    Cell from() {
        return from;
    }

    Cell to() {
        return to;
    }

    void reverse() {
        isReversed = true;
    }

    boolean isReversed() {
        return isReversed;
    }

    Cell upper() {
        return isReversed ? to : from;
    }

    Cell lower() {
        return isReversed ? from : to;
    }

    void goOnInside(Cell cell, double offset) {
        if (cell == from) {
            fromOffset = offset;
        } else {
            toOffset = offset;
        }
    }

    /** Returns where the line ends at a cell, if it goes on inside of it; null if it does not. */
    Double offsetAt(Cell cell) {
        return cell == from ? fromOffset : cell == to ? toOffset : null;
    }

    List<Cell> chain() {
        return chain;
    }

    void chain(List<Cell> cells) {
        chain = cells;
    }
}
