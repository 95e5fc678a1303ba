package kata.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a group whose cells have their places, and what is within it.
 *
 * @param cells the cells of the nodes and groups right within it, by their ids
 * @param blocks the groups right within it, by their ids
 */
record GroupDrawing(
        Flowchart chart,
        String group,
        Grid grid,
        Map<String, Cell> cells,
        Map<String, Block> blocks,
        List<Link> links) {

    private static final double PADDING = 14;
    private static final double MARGIN = 6;
    private static final double TITLE = 22;

    /** Draws it. */
    Block block() {
        boolean isWhole = group.equals(Flowchart.WHOLE);
        double padding = isWhole ? MARGIN : PADDING;
        Words title = Words.of(chart.text(group), Words.Font.TITLE);
        Size content = grid.size();
        double width = Math.max(content.width(), title.size().width()) + 2 * padding;
        double height = content.height() + 2 * padding + (isWhole ? 0 : TITLE);
        var size = new Size(width, height);
        List<Mark> marks = new ArrayList<>();
        if (!isWhole) {
            marks.add(new Mark.Frame(new Area(0, 0, size.width(), size.height())));
            double middle = PADDING / 2 + title.size().height() / 2;
            marks.add(Mark.Text.of(title, width / 2, isTitleBelow() ? height - middle : middle));
        }
        double top = isWhole || isTitleBelow() ? padding : padding + TITLE;
        return draw(marks, size, new Point((width - content.width()) / 2, top));
    }

    /** No line that enters from above may run through the title. */
    private boolean isTitleBelow() {
        return grid.direction() == Direction.DOWN
                && grid.layers().getFirst().stream().anyMatch(cell -> cell.kind == Cell.Kind.ENTRY);
    }

    private Block draw(List<Mark> marks, Size size, Point origin) {
        Map<Flowchart.Edge, Route> open = new LinkedHashMap<>();
        var router = new Router(grid, origin, size);
        for (Link link : links) {
            Route route = withInside(link, router.route(link), origin);
            if (link.isWhole()) {
                marks.add(line(link.edge, route));
                words(link, origin, marks);
            } else {
                open.put(link.edge, route);
            }
        }
        chart.nodes().stream()
                .filter(node -> node.isIn(group))
                .forEach(node -> draw(node, origin, marks));
        blocks.forEach((id, block) -> {
            Area area = grid.area(cells.get(id), origin);
            block.marks().forEach(mark -> marks.add(mark.moved(area.x(), area.y())));
        });
        return new Block(size, marks, open);
    }

    /** Returns a way with the parts of it that lie in the groups where it begins and ends. */
    private Route withInside(Link link, Route route, Point origin) {
        Route whole = route;
        for (Map.Entry<String, Block> child : blocks.entrySet()) {
            Cell cell = cells.get(child.getKey());
            Route inside = child.getValue().routes().get(link.edge);
            if (inside != null) {
                Area area = grid.area(cell, origin);
                Route moved = inside.moved(area.x(), area.y());
                whole = link.from == cell ? moved.then(whole) : whole.then(moved);
            }
        }
        return whole;
    }

    private Mark line(Flowchart.Edge edge, Route route) {
        Mark.Line.End end = edge.hasHead() ? Mark.Line.End.ARROW : Mark.Line.End.NOTHING;
        return new Mark.Line(route.parts(), edge.stroke(), end, grid.direction());
    }

    private void words(Link link, Point origin, List<Mark> marks) {
        link.chain.stream()
                .filter(cell -> cell.kind == Cell.Kind.LABEL)
                .map(cell -> grid.area(cell, origin))
                .map(area -> Mark.Text.of(link.words(), area.centreX(), area.centreY()))
                .forEach(marks::add);
    }

    private void draw(Flowchart.Node node, Point origin, List<Mark> marks) {
        Area area = grid.area(cells.get(node.id()), origin);
        double middle = area.centreY() + node.shape().wordsBelow();
        marks.add(new Mark.Outline(area, node.shape()));
        marks.add(Mark.Text.of(Words.of(node.text(), Words.Font.BOX), area.centreX(), middle));
    }
}
