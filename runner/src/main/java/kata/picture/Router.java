package kata.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the ways of links through the layers: straight through a layer, curved between two. */
final class Router {

    private static final double MOST_APART = 22;
    private static final double USED_OF_SIDE = 0.7;

    private final Grid grid;
    private final Direction direction;
    private final Point origin;
    private final Size size;
    private final Map<Joint, Double> upperEnds = new HashMap<>();
    private final Map<Joint, Double> lowerEnds = new HashMap<>();

    /**
     * Creates a router for a group.
     *
     * @param origin where the first cell begins
     * @param size how large the group is
     */
    Router(Grid grid, Point origin, Size size) {
        this.grid = grid;
        this.direction = grid.direction();
        this.origin = origin;
        this.size = size;
        grid.cells()
                .forEach(cell -> {
                    spread(cell, Joint::lower, Joint::upper, lowerEnds);
                    spread(cell, Joint::upper, Joint::lower, upperEnds);
                });
    }

    /** Has the ends of lines stand apart at a side of a cell, in the order of where they lead. */
    private void spread(
            Cell cell,
            Function<Joint, Cell> here,
            Function<Joint, Cell> there,
            Map<Joint, Double> ends) {
        List<Joint> side =
                grid.joints().stream()
                        .filter(joint -> here.apply(joint) == cell)
                        .sorted(Comparator.comparing(joint -> there.apply(joint).across))
                        .toList();
        double apart = Math.min(MOST_APART, cell.breadth * USED_OF_SIDE / side.size());
        for (int i = 0; i < side.size(); i++) {
            double off = (i - (side.size() - 1) / 2.0) * apart;
            ends.put(side.get(i), cell.across + side.get(i).link().offsets.getOrDefault(cell, off));
        }
    }

    /** Returns the way of a link, from where its arrow begins to where it ends. */
    Route route(Link link) {
        List<Joint> joints = Joint.of(link).toList();
        List<List<Point>> parts = new ArrayList<>();
        List<Point> part = new ArrayList<>();
        leave(joints.getFirst(), part);
        for (Cell cell : link.between()) {
            if (grid.length(cell) == 0) {
                continue;
            }
            add(part, layerBegin(cell), cell.across);
            if (cell.kind == Cell.Kind.LABEL) {
                add(part, cell.begin(), cell.across);
                parts.add(part);
                part = new ArrayList<>();
                add(part, cell.end(), cell.across);
            }
            add(part, layerEnd(cell), cell.across);
        }
        arrive(joints.getLast(), part);
        parts.add(part);
        Route route = new Route(parts);
        return link.isReversed ? route.reversed() : route;
    }

    private void leave(Joint first, List<Point> part) {
        Cell cell = first.upper();
        double across = upperEnds.get(first);
        double begin =
                cell.kind == Cell.Kind.ENTRY
                        ? -direction.along(origin)
                        : cell.end() - inset(cell, across);
        add(part, begin, across);
        add(part, layerEnd(cell), across);
    }

    private void arrive(Joint last, List<Point> part) {
        Cell cell = last.lower();
        double across = lowerEnds.get(last);
        double end =
                cell.kind == Cell.Kind.EXIT
                        ? direction.along(size) - direction.along(origin)
                        : cell.begin() + inset(cell, across);
        add(part, layerBegin(cell), across);
        add(part, end, across);
    }

    private double inset(Cell cell, double across) {
        Size room = direction.size(cell.length, cell.breadth);
        return cell.shape
                .map(shape -> shape.inset(room, across - cell.across, direction))
                .orElse(0.0);
    }

    private double layerBegin(Cell cell) {
        return cell.along - grid.length(cell) / 2;
    }

    private double layerEnd(Cell cell) {
        return cell.along + grid.length(cell) / 2;
    }

    private void add(List<Point> part, double along, double across) {
        Point point = direction.point(along, across).moved(origin.x(), origin.y());
        if (part.isEmpty() || !part.getLast().equals(point)) {
            part.add(point);
        }
    }
}
