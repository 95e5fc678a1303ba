package kata.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out a sequence diagram: a column for each participant, and a row for each step. */
final class SequenceLayout {

    private static final double MARGIN = 6;
    private static final double GAP = 12;
    private static final int LONGEST = 32;
    private static final int SHORTEST = 12;
    private static final int STEP = 4;

    /** How far a message to oneself goes to the right, and down. */
    private static final double LOOP = 24;

    private static final double LOOP_HEIGHT = 14;

    private final SequenceColumns measure;
    private final Sequence sequence;
    private final double[] columns;
    private final List<Mark> lines = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    /** Where lifelines are broken off, so that words can be read. */
    private final List<Area> gaps = new ArrayList<>();

    private double bottom;

    private SequenceLayout(SequenceColumns measure) {
        this.measure = measure;
        this.sequence = measure.sequence();
        this.columns = measure.middles();
    }

    /** Draws a diagram, with lines of messages that are short enough for it to fit on a page. */
    static Drawing draw(Sequence sequence) {
        Drawing drawing = null;
        for (int longest = LONGEST;
                longest >= SHORTEST && (drawing == null || !drawing.fits());
                longest -= STEP) {
            drawing = new SequenceLayout(new SequenceColumns(sequence, longest)).draw();
        }
        return drawing;
    }

    private Drawing draw() {
        drawParticipants();
        double top = bottom;
        bottom += GAP;
        sequence.steps().forEach(this::draw);
        bottom += GAP;
        List<Mark> all = new ArrayList<>();
        IntStream.range(0, columns.length)
                .mapToObj(column -> lifeline(columns[column], top))
                .forEach(all::add);
        all.addAll(lines);
        all.addAll(marks);
        double right = measure.right(columns);
        var size = new Size(right + MARGIN, bottom + MARGIN);
        return new Drawing("Sequence diagram", sequence.inWords(), size, all);
    }

    private void drawParticipants() {
        double height =
                sequence.participants().stream()
                        .mapToDouble(one -> measure.box(one).height())
                        .max()
                        .orElse(0);
        for (int column = 0; column < columns.length; column++) {
            Sequence.Participant one = sequence.participants().get(column);
            double width = measure.box(one).width();
            double middle = MARGIN + height / 2;
            Area area = Area.around(columns[column], middle, new Size(width, height));
            marks.add(new Mark.Outline(area, one.shape()));
            marks.add(Mark.Text.of(Words.of(one.text(), Words.Font.BOX), columns[column], middle));
        }
        bottom = MARGIN + height;
    }

    private void draw(Sequence.Step step) {
        switch (step) {
            case Sequence.Message message when message.from() == message.to() -> drawLoop(message);
            case Sequence.Message message -> draw(message);
            case Sequence.Note note -> draw(note);
        }
        bottom += GAP;
    }

    private void draw(Sequence.Message message) {
        double from = columns[message.from()];
        double to = columns[message.to()];
        Mark.Text text = text(message, (from + to) / 2);
        addWords(text);
        bottom += 3;
        line(List.of(new Point(from, bottom), new Point(to, bottom)), message);
    }

    private void drawLoop(Sequence.Message message) {
        double x = columns[message.from()];
        double width = measure.words(message).size().width();
        addWords(text(message, x + GAP + width / 2));
        bottom += 3;
        double end = bottom + LOOP_HEIGHT;
        line(
                List.of(
                        new Point(x, bottom),
                        new Point(x + LOOP, bottom),
                        new Point(x + LOOP, end),
                        new Point(x, end)),
                message);
        bottom = end;
    }

    private Mark.Text text(Sequence.Step step, double middle) {
        Words words = measure.words(step);
        return Mark.Text.of(words, middle, bottom + words.size().height() / 2);
    }

    private void addWords(Mark.Text text) {
        marks.add(text);
        gaps.add(text.area());
        bottom = text.area().bottom();
    }

    private void line(List<Point> points, Sequence.Message message) {
        lines.add(new Mark.Line(List.of(points), message.stroke(), message.end(), Direction.RIGHT));
    }

    private void draw(Sequence.Note note) {
        double middle = (columns[note.left()] + columns[note.right()]) / 2;
        double spanned = columns[note.right()] - columns[note.left()];
        Size size = measure.note(note);
        double width = Math.max(size.width(), spanned + 2 * GAP);
        Area area = Area.around(middle, bottom + size.height() / 2, new Size(width, size.height()));
        marks.add(new Mark.Frame(area));
        marks.add(Mark.Text.of(measure.words(note), middle, area.centreY()));
        gaps.add(area);
        bottom = area.bottom();
    }

    private Mark lifeline(double x, double top) {
        List<List<Point>> parts = new ArrayList<>();
        double begin = top;
        for (Area gap : gaps) {
            if (gap.x() < x && x < gap.right()) {
                parts.add(List.of(new Point(x, begin), new Point(x, gap.y())));
                begin = gap.bottom();
            }
        }
        parts.add(List.of(new Point(x, begin), new Point(x, bottom)));
        return new Mark.Line(parts, Stroke.FAINT, Mark.Line.End.NOTHING, Direction.DOWN);
    }
}
