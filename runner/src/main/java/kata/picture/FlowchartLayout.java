package kata.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lays out a flowchart so that it fits on a page. */
final class FlowchartLayout {

    private FlowchartLayout() {}

    /** Draws a chart, in its own direction if that fits on a page. */
    static Drawing draw(Flowchart chart) {
        Direction own = chart.direction();
        List<Block> ways =
                Stream.of(own, own.other())
                        .flatMap(direction ->
                                Stream.of(own, own.other())
                                        .map(inner -> GroupLayout.of(chart, direction, inner)))
                        .toList();
        Block best =
                ways.stream()
                        .filter(way -> way.size().width() <= Drawing.WIDEST)
                        .findFirst()
                        .orElseGet(() ->
                                ways.stream()
                                        .min(Comparator.comparing(way -> way.size().width()))
                                        .orElseThrow());
        return new Drawing("Flowchart", chart.inWords(), best.size(), best.marks());
    }
}
