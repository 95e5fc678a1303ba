package kata.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The way of an edge, from where its arrow begins to where it ends; broken off for its words. */
record Route(List<List<Point>> parts) {

    Route reversed() {
        return new Route(parts.reversed().stream().map(List::reversed).toList());
    }

    Route moved(double right, double down) {
        return new Route(
                parts.stream()
                        .map(part -> part.stream().map(point -> point.moved(right, down)).toList())
                        .toList());
    }

    /** Returns this way and then another, which begins where this one ends. */
    Route then(Route other) {
        List<Point> joined =
                Stream.concat(parts.getLast().stream(), other.parts.getFirst().stream()).toList();
        List<List<Point>> all = new ArrayList<>(parts.subList(0, parts.size() - 1));
        all.add(joined);
        all.addAll(other.parts.subList(1, other.parts.size()));
        return new Route(all);
    }
}
