package kata.picture;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What joins two cells of neighbouring layers.
 *
 * @param upper the cell in the layer before
 * @param lower the cell in the layer behind
 */
record Joint(Cell upper, Cell lower, Link link) {

    /** Returns the joints that a link is made of. */
    static Stream<Joint> of(Link link) {
        return IntStream.range(1, link.chain.size())
                .mapToObj(i -> new Joint(link.chain.get(i - 1), link.chain.get(i), link));
    }

    /** Returns how far from a cell's middle it ends there. */
    double offset(Cell cell) {
        return link.offsets.getOrDefault(cell, 0.0);
    }

    /** Returns the place of its end at a cell, as counted in cells. */
    double place(Cell cell, Map<Cell, Integer> places) {
        return places.get(cell) + (cell.breadth == 0 ? 0 : offset(cell) / cell.breadth * 0.9);
    }

    /**
     * Returns how much it matters that it be straight: bends are to be seen as little as can be.
     */
    double weight() {
        return (upper.isBox() ? 1 : 3) * (lower.isBox() ? 1 : 3);
    }
}
