package kata.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the ways of links through the layers: straight through a layer, curved between two. */
final class Router {

    private static final double MOST_APART = 22;
    private static final double USED_OF_SIDE = 0.7;

    private final Direction direction;
    private final List<List<Cell>> layers;
    private final Map<Cell, Shape> shapes;
    private final Point origin;
    private final double length;
    private final Map<Joint, Double> upperEnds = new HashMap<>();
    private final Map<Joint, Double> lowerEnds = new HashMap<>();

    /**
     * Creates a router for a group.
     *
     * @param shapes the outlines of the cells that are nodes
     * @param origin where the first cell begins
     * @param size how large the group is
     */
    Router(
            Direction direction,
            List<List<Cell>> layers,
            List<Link> links,
            Map<Cell, Shape> shapes,
            Point origin,
            Size size) {
        this.direction = direction;
        this.layers = layers;
        this.shapes = shapes;
        this.origin = origin;
        this.length = direction.along(size);
        List<Joint> joints = links.stream().flatMap(Joint::of).toList();
        layers.stream().flatMap(List::stream).forEach(cell -> spread(cell, joints));
    }

    /**
     * Has the ends of lines stand apart at each side of a cell, in the order of where they lead.
     */
    private void spread(Cell cell, List<Joint> joints) {
        List<Joint> before = joints.stream().filter(joint -> joint.lower() == cell).toList();
        List<Joint> behind = joints.stream().filter(joint -> joint.upper() == cell).toList();
        spread(
                cell,
                sorted(before, Comparator.comparing(joint -> joint.upper().across)),
                lowerEnds);
        spread(
                cell,
                sorted(behind, Comparator.comparing(joint -> joint.lower().across)),
                upperEnds);
    }

    private static List<Joint> sorted(List<Joint> joints, Comparator<Joint> order) {
        return joints.stream().sorted(order).toList();
    }

    private static void spread(Cell cell, List<Joint> side, Map<Joint, Double> ends) {
        double apart = Math.min(MOST_APART, cell.breadth() * USED_OF_SIDE / side.size());
        for (int i = 0; i < side.size(); i++) {
            Double inside = side.get(i).link().offsetAt(cell);
            double off = (i - (side.size() - 1) / 2.0) * apart;
            ends.put(side.get(i), cell.across + (inside == null ? off : inside));
        }
    }

    /** Returns the way of a link, from where its arrow begins to where it ends. */
    Route route(Link link) {
        List<Joint> joints = Joint.of(link).toList();
        List<List<Point>> parts = new ArrayList<>();
        List<Point> part = new ArrayList<>();
        leave(joints.getFirst(), part);
        for (Cell cell : link.chain().subList(1, link.chain().size() - 1)) {
            if (thickness(cell) == 0) {
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
        return link.isReversed() ? route.reversed() : route;
    }

    private void leave(Joint first, List<Point> part) {
        Cell cell = first.upper();
        double across = upperEnds.get(first);
        double begin =
                cell.kind == Cell.Kind.ENTRY
                        ? -direction.along(new Size(origin.x(), origin.y()))
                        : cell.end() - inset(cell, across);
        add(part, begin, across);
        add(part, layerEnd(cell), across);
    }

    private void arrive(Joint last, List<Point> part) {
        Cell cell = last.lower();
        double across = lowerEnds.get(last);
        double end =
                cell.kind == Cell.Kind.EXIT
                        ? length - direction.along(new Size(origin.x(), origin.y()))
                        : cell.begin() + inset(cell, across);
        add(part, layerBegin(cell), across);
        add(part, end, across);
    }

    private double inset(Cell cell, double across) {
        Shape shape = shapes.get(cell);
        Size size = direction.size(cell.length(), cell.breadth());
        return shape == null
                ? 0
                : shape.inset(Area.around(0, 0, size), across - cell.across, direction);
    }

    private double layerBegin(Cell cell) {
        return cell.along - thickness(cell) / 2;
    }

    private double layerEnd(Cell cell) {
        return cell.along + thickness(cell) / 2;
    }

    private double thickness(Cell cell) {
        Stream<Cell> layer = layers.get(cell.layer).stream();
        return layer.mapToDouble(Cell::length).max().orElse(0);
    }

    private void add(List<Point> part, double along, double across) {
        Point point = direction.point(along, across).moved(origin.x(), origin.y());
        if (part.isEmpty() || !part.getLast().equals(point)) {
            part.add(point);
        }
    }
}
