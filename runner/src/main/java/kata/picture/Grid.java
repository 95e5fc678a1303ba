package kata.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells of a group, layer by layer.
 *
 * @param layers the layers along the direction, and in each its cells across
 * @param joints what joins them
 */
record Grid(Direction direction, List<List<Cell>> layers, List<Joint> joints) {

    /** Takes cells that have their layers, and adds one for each line that passes a layer. */
    static Grid of(Direction direction, List<Cell> cells, List<Link> links) {
        List<Cell> all = new ArrayList<>(cells);
        for (Link link : links) {
            link.chain = chain(link, direction);
            all.addAll(link.between());
        }
        int last = all.stream().mapToInt(cell -> cell.layer).max().orElse(0);
        return new Grid(
                direction,
                IntStream.rangeClosed(0, last)
                        .<List<Cell>>mapToObj(layer ->
                                new ArrayList<>(
                                        all.stream().filter(c -> c.layer == layer).toList()))
                        .toList(),
                links.stream().flatMap(Joint::of).toList());
    }

    private static List<Cell> chain(Link link, Direction direction) {
        int begin = link.upper().layer;
        int end = link.lower().layer;
        boolean isTold = link.isWhole() && !link.edge.text().isEmpty();
        int middle = (begin + end) / 2 | 1;
        List<Cell> chain = new ArrayList<>(List.of(link.upper()));
        for (int layer = begin + 1; layer < end; layer++) {
            Cell cell =
                    isTold && layer == middle
                            ? new Cell(Cell.Kind.LABEL)
                                    .sized(link.words().size().plus(8, 4), direction)
                            : new Cell(Cell.Kind.BEND);
            cell.layer = layer;
            chain.add(cell);
        }
        chain.add(link.lower());
        return chain;
    }

    Stream<Cell> cells() {
        return layers.stream().flatMap(List::stream);
    }

    /** Returns how much room its cells take. */
    Size size() {
        return direction.size(
                cells().mapToDouble(Cell::end).max().orElse(0),
                cells().mapToDouble(cell -> cell.across + cell.breadth / 2).max().orElse(0));
    }

    /** Returns how long the layer of a cell is. */
    double length(Cell cell) {
        return length(layers.get(cell.layer));
    }

    static double length(List<Cell> layer) {
        return layer.stream().mapToDouble(cell -> cell.length).max().orElse(0);
    }

    /** Returns where a cell is, given where the first one begins. */
    Area area(Cell cell, Point origin) {
        Point middle = direction.point(cell.along, cell.across).moved(origin.x(), origin.y());
        return Area.around(middle.x(), middle.y(), direction.size(cell.length, cell.breadth));
    }
}
