package kata.picture;

import java.util.List;
import java.util.Map;

/**
 * A group that has been laid out, from zero.
 *
 * @param routes the ways of the edges that enter or leave it, as far as they lead inside of it
 */
record Block(Size size, List<Mark> marks, Map<Flowchart.Edge, Route> routes) {

    /** Returns where an edge crosses the border: the end of its way that is not in the group. */
    Point border(Flowchart.Edge edge, boolean isEntering) {
        List<List<Point>> parts = routes.get(edge).parts();
        return isEntering ? parts.getFirst().getFirst() : parts.getLast().getLast();
    }
}
