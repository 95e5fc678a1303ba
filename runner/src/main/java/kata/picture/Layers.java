package kata.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The layers of a group, as in the method of Sugiyama, Tagawa and Toda: lines lead from layer to
 * layer, and one that passes a layer has a place there, as have its words. So nothing is
 * overlapped.
 */
record Layers(List<Cell> cells, List<Link> links) {

    /** Gives each cell its layer, every other one, and reverses links that would close a circle. */
    void assign() {
        List<Link> descending = new ArrayList<>();
        for (Link link : links) {
            link.isReversed |= reaches(link.to, link.from, descending, new HashSet<>());
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
        links.stream()
                .filter(link -> link.upper() == cell)
                .mapToInt(link -> link.lower().layer)
                .min()
                .ifPresent(next -> cell.layer = next - 2);
    }
}
