package kata.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What leads from one cell to another, or back, in one group: an edge, or the part of it there. */
final class Link {

    final Flowchart.Edge edge;
    final Cell from;
    final Cell to;

    /** Whether the layers ascend against the arrow. */
    boolean isReversed;

    /** Where it ends at cells inside of which it goes on: how far from the cell's middle. */
    final Map<Cell, Double> offsets = new HashMap<>();

    /** From the upper layer to the lower one, one cell a layer. */
    List<Cell> chain = List.of();

    Link(Flowchart.Edge edge, Cell from, Cell to) {
        this.edge = edge;
        this.from = from;
        this.to = to;
        this.isReversed = to.kind == Cell.Kind.ENTRY || from.kind == Cell.Kind.EXIT;
    }

    /** Tells whether all of it is in this group: only there its words stand. */
    boolean isWhole() {
        return from.isBox() && to.isBox();
    }

    Words words() {
        return Words.of(edge.text(), Words.Font.LABEL);
    }

    Cell upper() {
        return isReversed ? to : from;
    }

    Cell lower() {
        return isReversed ? from : to;
    }

    /** Returns the cells between its ends. */
    List<Cell> between() {
        return chain.subList(1, chain.size() - 1);
    }
}
