package kata.picture;

import java.util.List;
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
        List<Cell> chain = link.chain();
        return IntStream.range(1, chain.size())
                .mapToObj(i -> new Joint(chain.get(i - 1), chain.get(i), link));
    }

    double upperOffset() {
        return offset(upper);
    }

    double lowerOffset() {
        return offset(lower);
    }

    /** Returns the place of the upper end, as counted in cells. */
    double upperPlace(Map<Cell, Integer> places) {
        return places.get(upper) + fraction(upper);
    }

    /** Returns the place of the lower end, as counted in cells. */
    double lowerPlace(Map<Cell, Integer> places) {
        return places.get(lower) + fraction(lower);
    }

    /**
     * Returns how much it matters that it be straight: bends are to be seen as little as can be.
     */
    double weight() {
        return (upper.isBox() ? 1 : 3) * (lower.isBox() ? 1 : 3);
    }

    private double offset(Cell cell) {
        Double offset = link.offsetAt(cell);
        return offset == null ? 0 : offset;
    }

    private double fraction(Cell cell) {
        return cell.breadth() == 0 ? 0 : offset(cell) / cell.breadth() * 0.9;
    }
}
