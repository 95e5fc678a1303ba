package kata.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The layers of a group, as in the method of Sugiyama, Tagawa and Toda: lines lead from layer to
 * layer, and one that passes a layer has a place there, as have its words. So nothing is
 * overlapped.
 */
record Layers(List<Cell> cells, List<Link> links) {

    /** Returns the layers, with a cell for each line that passes one, and for its words. */
    List<List<Cell>> of(Direction direction) {
        List<Cell> all = new ArrayList<>(cells);
        for (Link link : links) {
            link.chain(chain(link, direction));
            all.addAll(link.chain().subList(1, link.chain().size() - 1));
        }
        int last = all.stream().mapToInt(cell -> cell.layer).max().orElse(0);
        return IntStream.rangeClosed(0, last)
                .<List<Cell>>mapToObj(layer ->
                        new ArrayList<>(all.stream().filter(c -> c.layer == layer).toList()))
                .toList();
    }

    private static List<Cell> chain(Link link, Direction direction) {
        int begin = link.upper().layer;
        int end = link.lower().layer;
        boolean isTold = link.isWithWords();
        int middle = (begin + end) / 2 | 1;
        List<Cell> chain = new ArrayList<>(List.of(link.upper()));
        for (int layer = begin + 1; layer < end; layer++) {
            Cell cell =
                    isTold && layer == middle
                            ? Cell.of(Cell.Kind.LABEL, link.words().size().plus(8, 4), direction)
                            : new Cell(Cell.Kind.BEND);
            cell.layer = layer;
            chain.add(cell);
        }
        chain.add(link.lower());
        return chain;
    }

    /** Gives each cell its layer, every other one, and reverses links that would close a circle. */
    void assign() {
        List<Link> descending = new ArrayList<>();
        for (Link link : links) {
            if (!link.isReversed()
                    && reaches(link.to(), link.from(), descending, new HashSet<>())) {
                link.reverse();
            }
            descending.add(link);
        }
        cells.forEach(_ -> links.forEach(Layers::descend));
        cells.stream().filter(cell -> cell.isBox() && isFirst(cell)).forEach(this::pullDown);
        int last = cells.stream().mapToInt(cell -> cell.layer).max().orElse(0);
        cells.stream()
                .filter(cell -> cell.kind == Cell.Kind.EXIT)
                .forEach(cell -> cell.layer = last);
    }

    private static boolean reaches(Cell from, Cell to, List<Link> links, Set<Cell> seen) {
        return from == to
                || seen.add(from)
                        && links.stream()
                                .filter(link -> link.upper() == from)
                                .anyMatch(link -> reaches(link.lower(), to, links, seen));
    }

    private static void descend(Link link) {
        link.lower().layer = Math.max(link.lower().layer, link.upper().layer + 2);
    }

    private boolean isFirst(Cell cell) {
        return links.stream().noneMatch(link -> link.lower() == cell);
    }

    /** Has a cell that nothing leads to stand close to what it leads to. */
    private void pullDown(Cell cell) {
        from(cell).mapToInt(next -> next.layer).min().ifPresent(next -> cell.layer = next - 2);
    }

    private Stream<Cell> from(Cell cell) {
        return links.stream().filter(link -> link.upper() == cell).map(Link::lower);
    }
}
