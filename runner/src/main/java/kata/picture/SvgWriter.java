package kata.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
                        .map(part -> part(part, line.direction()))
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

    private static String part(List<Point> points, Direction direction) {
        var path = new StringBuilder(path("M%s %s", points.getFirst().x(), points.getFirst().y()));
        for (int i = 1; i < points.size(); i++) {
            path.append(next(new Curve(points.get(i - 1), points.get(i)), direction));
        }
        return path.toString();
    }

    private static String next(Curve curve, Direction direction) {
        Point to = curve.to();
        if (curve.isStraight()) {
            return path("L%s %s", to.x(), to.y());
        }
        Point first = curve.first(direction);
        Point second = curve.second(direction);
        return path("C%s %s %s %s", first.x(), first.y(), second.x(), second.y())
                + path(" %s %s", to.x(), to.y());
    }

    private static String end(Mark.Line line) {
        List<Point> part = line.parts().getLast();
        Point tip = part.getLast();
        Point before = part.get(part.size() - 2);
        boolean isRight = line.direction() == Direction.RIGHT;
        double forward = Math.signum(isRight ? tip.x() - before.x() : tip.y() - before.y());
        double back = -forward * HEAD;
        String corners =
                isRight
                        ? path(
                                "M%s %sL%s %sL%s %s",
                                tip.x() + back,
                                tip.y() - HALF_HEAD,
                                tip.x(),
                                tip.y(),
                                tip.x() + back,
                                tip.y() + HALF_HEAD)
                        : path(
                                "M%s %sL%s %sL%s %s",
                                tip.x() - HALF_HEAD,
                                tip.y() + back,
                                tip.x(),
                                tip.y(),
                                tip.x() + HALF_HEAD,
                                tip.y() + back);
        return switch (line.end()) {
            case NOTHING -> "";
            case ARROW -> "<path d=\"%sz\" fill=\"currentColor\"/>".formatted(corners);
            case OPEN -> "<path d=\"%s\"/>".formatted(corners);
            case CROSS -> "<path d=\"%s\"/>".formatted(cross(tip));
        };
    }

    private static String cross(Point tip) {
        return path("M%s %sl8 8m0 -8l-8 8", tip.x() - HALF_HEAD, tip.y() - HALF_HEAD);
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
