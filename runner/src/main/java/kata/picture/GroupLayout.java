package kata.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out a group: the nodes and groups right within it, and first what is within those. */
final class GroupLayout {

    private final Flowchart chart;
    private final String group;
    private final Direction direction;
    private final Direction inner;

    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Block> blocks = new HashMap<>();

    private GroupLayout(Flowchart chart, String group, Direction direction, Direction inner) {
        this.chart = chart;
        this.group = group;
        this.direction = direction;
        this.inner = inner;
    }

    /** Draws a chart so that it fits on a page, in its own direction if possible. */
    static Drawing draw(Flowchart chart) {
        List<Direction> directions = List.of(chart.direction(), chart.direction().other());
        List<Block> ways =
                directions.stream()
                        .flatMap(outer -> directions.stream().map(inner -> of(chart, outer, inner)))
                        .toList();
        Block best =
                ways.stream()
                        .filter(way -> way.size().width() <= Drawing.WIDEST)
                        .findFirst()
                        .orElseGet(() ->
                                Collections.min(
                                        ways, Comparator.comparing(way -> way.size().width())));
        return new Drawing("Flowchart", chart.inWords(), best.size(), best.marks());
    }

    /**
     * Lays out a whole chart.
     *
     * @param direction where arrows lead outside of groups
     * @param inner and in groups that no arrow enters or leaves
     */
    private static Block of(Flowchart chart, Direction direction, Direction inner) {
        return new GroupLayout(chart, Flowchart.WHOLE, direction, inner).layOut(Map.of());
    }

    /** Lays out the group, given the kinds of cells at which edges cross its border. */
    private Block layOut(Map<Flowchart.Edge, Cell.Kind> crossings) {
        chart.nodes().stream().filter(node -> node.isIn(group)).forEach(this::add);
        chart.groups().stream()
                .filter(child -> child.isIn(group))
                .forEach(child -> cells.put(child.id(), new Cell(Cell.Kind.BOX)));
        chart.edges().forEach(edge -> link(edge, Optional.ofNullable(crossings.get(edge))));
        List<Cell> all = new ArrayList<>(cells.values());
        links.stream()
                .flatMap(link -> Stream.of(link.from, link.to))
                .filter(cell -> !cell.isBox())
                .forEach(all::add);
        new Layers(all, links).assign();
        chart.groups().stream()
                .filter(child -> cells.containsKey(child.id()))
                .forEach(this::layOutChild);
        Grid grid = Grid.of(direction, all, links);
        new Ordering(grid).improve();
        new Placement(grid).place();
        return new GroupDrawing(chart, group, grid, cells, blocks, links).block();
    }

    private void add(Flowchart.Node node) {
        Words words = Words.of(node.text(), Words.Font.BOX);
        cells.put(node.id(), Cell.ofNode(node.shape(), node.shape().around(words), direction));
    }

    /** Adds the part of an edge that is in this group and in none within it. */
    private void link(Flowchart.Edge edge, Optional<Cell.Kind> crossing) {
        Optional<Cell> from = cellAround(edge.from());
        Optional<Cell> to = cellAround(edge.to());
        if (from.isPresent() && to.isPresent()) {
            if (from.get() != to.get()) {
                links.add(new Link(edge, from.get(), to.get()));
            }
        } else if (from.isPresent() && crossing.isPresent()) {
            links.add(new Link(edge, from.get(), new Cell(crossing.get())));
        } else if (to.isPresent() && crossing.isPresent()) {
            links.add(new Link(edge, new Cell(crossing.get()), to.get()));
        }
    }

    private Optional<Cell> cellAround(String id) {
        return chart.path(id).stream().filter(cells::containsKey).findFirst().map(cells::get);
    }

    private void layOutChild(Flowchart.Node child) {
        Cell cell = cells.get(child.id());
        Map<Flowchart.Edge, Cell.Kind> crossings = new LinkedHashMap<>();
        for (Link link : links) {
            if (goesInside(link, child)) {
                crossings.put(link.edge, link.lower() == cell ? Cell.Kind.ENTRY : Cell.Kind.EXIT);
            }
        }
        Direction childs = crossings.isEmpty() ? inner : direction;
        Block block = new GroupLayout(chart, child.id(), childs, inner).layOut(crossings);
        blocks.put(child.id(), block);
        cell.sized(block.size(), direction);
        for (Link link : links) {
            if (crossings.containsKey(link.edge)) {
                Point border = block.border(link.edge, link.to == cell);
                link.offsets.put(cell, direction.across(border) - cell.breadth / 2);
            }
        }
    }

    private boolean goesInside(Link link, Flowchart.Node child) {
        Cell cell = cells.get(child.id());
        return link.from == cell && !link.edge.from().equals(child.id())
                || link.to == cell && !link.edge.to().equals(child.id());
    }
}
