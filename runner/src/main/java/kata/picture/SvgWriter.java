package kata.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a drawing as SVG, without styles: so a page decides on colours, and may forbid styles. */
record SvgWriter(String title, String words, Area area) {

    private static final double HEAD = 9;
    private static final double HALF_HEAD = 4;

    String write(List<Mark> marks) {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" \
        viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" fill="none" stroke="currentColor" \
        font-family="system-ui, sans-serif">
        <title>%3$s</title>
        <desc>%4$s</desc>
        %5$s
        </svg>
        """
                .formatted(
                        number(area.width()),
                        number(area.height()),
                        escaped(title),
                        escaped(words),
                        marks.stream().map(this::mark).collect(Collectors.joining("\n")));
    }

    private String mark(Mark mark) {
        return switch (mark) {
            case Mark.Frame(Area frame) ->
                    "<rect class=\"frame\" %s rx=\"8\" stroke-opacity=\"0.35\" fill=\"currentColor\""
                                    .formatted(place(frame))
                            + " fill-opacity=\"0.03\"/>";
            case Mark.Outline outline ->
                    "<path class=\"node\" d=\"%s\" fill=\"currentColor\" fill-opacity=\"0.07\"/>"
                            .formatted(outline(outline.area(), outline.shape()));
            case Mark.Text text -> text(text);
            case Mark.Line line -> line(line);
        };
    }

    private static String place(Area area) {
        return "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                .formatted(
                        number(area.x()),
                        number(area.y()),
                        number(area.width()),
                        number(area.height()));
    }

    private static String outline(Area area, Shape shape) {
        double x = area.x();
        double y = area.y();
        double width = area.width();
        double height = area.height();
        double end = Shape.END;
        return switch (shape) {
            case RECTANGLE -> path("M%s %sh%sv%sh-%sz", x, y, width, height, width);
            case STADIUM -> {
                double radius = height / 2;
                double straight = width - height;
                yield path("M%s %sh%s", x + radius, y, straight)
                        + path("a%s %s 0 0 1 0 %s", radius, radius, height)
                        + path("h-%sa%s %s 0 0 1 0 -%sz", straight, radius, radius, height);
            }
            case HEXAGON ->
                    path("M%s %sl%s -%s", x, y + height / 2, end, height / 2)
                            + path("h%sl%s %s", width - 2 * end, end, height / 2)
                            + path("l-%s %sh-%sz", end, height / 2, width - 2 * end);
            case CYLINDER -> {
                double half = width / 2;
                double side = height - 2 * end;
                yield path("M%s %sa%s %s 0 0 1 %s 0", x, y + end, half, end, width)
                        + path("v%sa%s %s 0 0 1 -%s 0z", side, half, end, width)
                        + path("a%s %s 0 0 0 %s 0", half, end, width);
            }
        };
    }

    private static String text(Mark.Text text) {
        double line = text.area().height() / text.lines().size();
        var lines = new StringBuilder();
        for (int i = 0; i < text.lines().size(); i++) {
            // A font's middle is a third of its size above its baseline.
            double y = text.area().y() + line * (i + 0.5) + text.fontSize() * 0.34;
            lines.append(
                    "<tspan x=\"%s\" y=\"%s\">%s</tspan>"
                            .formatted(
                                    number(text.area().centreX()),
                                    number(y),
                                    escaped(text.lines().get(i))));
        }
        return ("<text text-anchor=\"middle\" font-size=\"%s\" fill=\"currentColor\""
                        + " stroke=\"none\">%s</text>")
                .formatted(number(text.fontSize()), lines);
    }

    private static String line(Mark.Line line) {
        String path =
                line.parts().stream()
                        .map(part -> "M" + text(part.getFirst()) + curves(part, line))
                        .collect(Collectors.joining());
        String stroke =
                switch (line.stroke()) {
                    case SOLID -> "";
                    case THICK -> " stroke-width=\"3\"";
                    case DASHED -> " stroke-dasharray=\"4 3\"";
                    case FAINT -> " stroke-opacity=\"0.4\"";
                };
        return "<path class=\"line\" d=\"%s\"%s/>%s".formatted(path, stroke, end(line));
    }

    private static String curves(List<Point> part, Mark.Line line) {
        return line.curves(part).map(SvgWriter::curve).collect(Collectors.joining());
    }

    private static String curve(Curve curve) {
        return curve.isStraight()
                ? "L" + text(curve.to())
                : Stream.of(curve.first(), curve.second(), curve.to())
                        .map(SvgWriter::text)
                        .collect(Collectors.joining(" ", "C", ""));
    }

    private static String end(Mark.Line line) {
        Point tip = line.parts().getLast().getLast();
        String corners =
                Stream.of(corner(line, -HALF_HEAD), tip, corner(line, HALF_HEAD))
                        .map(SvgWriter::text)
                        .collect(Collectors.joining("L", "M", ""));
        return switch (line.end()) {
            case NOTHING -> "";
            case ARROW -> "<path d=\"%sz\" fill=\"currentColor\"/>".formatted(corners);
            case OPEN -> "<path d=\"%s\"/>".formatted(corners);
            case CROSS -> "<path d=\"%s\"/>".formatted(cross(tip));
        };
    }

    /** Returns where one of the two strokes of a line's head begins. */
    private static Point corner(Mark.Line line, double aside) {
        Direction direction = line.direction();
        Point tip = line.parts().getLast().getLast();
        Point before = line.parts().getLast().reversed().get(1);
        double forward = Math.signum(direction.along(tip) - direction.along(before));
        Point off = direction.point(-forward * HEAD, aside);
        return tip.moved(off.x(), off.y());
    }

    private static String cross(Point tip) {
        return "M%sl8 8m0 -8l-8 8".formatted(text(tip.moved(-HALF_HEAD, -HALF_HEAD)));
    }

    private static String text(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String path(String format, double... numbers) {
        Object[] texts = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            texts[i] = number(numbers[i]);
        }
        return format.formatted(texts);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
