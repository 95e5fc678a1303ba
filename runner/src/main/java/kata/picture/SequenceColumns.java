package kata.picture;

import java.util.Comparator;
import java.util.List;

/**
 * Finds the columns of a sequence diagram: so far apart that everything has room.
 *
 * @param longest how many characters a line of a message has
 */
record SequenceColumns(Sequence sequence, int longest) {

    private static final double MARGIN = 6;
    private static final double GAP = 12;

    /** Returns the middle of each participant's column. */
    double[] middles() {
        int count = sequence.participants().size();
        double[] columns = new double[count];
        List<Sequence.Step> steps =
                sequence.steps().stream()
                        .sorted(Comparator.comparing(step -> step.right() - step.left()))
                        .toList();
        for (int column = 0; column < count; column++) {
            columns[column] = leftOf(column);
            if (column > 0) {
                double half = half(column - 1) + half(column);
                columns[column] = Math.max(columns[column], columns[column - 1] + half + GAP);
            }
            for (Sequence.Step step : steps) {
                columns[column] = Math.max(columns[column], needed(step, column, columns));
            }
        }
        return columns;
    }

    /** Returns where the column to the right of everything ends. */
    double right(double[] columns) {
        double right = 0;
        for (int column = 0; column < columns.length; column++) {
            right = Math.max(right, columns[column] + half(column));
            for (Sequence.Step step : sequence.steps()) {
                right = Math.max(right, end(step, column, columns));
            }
        }
        return right;
    }

    Words words(Sequence.Step step) {
        return Words.of(step.text(), Words.Font.LABEL, longest);
    }

    /** Returns the size of a note that stands over one participant. */
    Size note(Sequence.Note note) {
        return words(note).size().plus(16, 8);
    }

    /** Returns the size of a participant's outline. */
    Size box(Sequence.Participant participant) {
        return participant.shape().around(Words.of(participant.text(), Words.Font.BOX));
    }

    private double half(int column) {
        return box(sequence.participants().get(column)).width() / 2;
    }

    private double leftOf(int column) {
        double widest =
                sequence.steps().stream()
                        .filter(step -> step.left() == column)
                        .mapToDouble(step ->
                                step instanceof Sequence.Note note ? note(note).width() / 2 : 0)
                        .max()
                        .orElse(0);
        return MARGIN + Math.max(half(column), widest);
    }

    /** Returns where a column must be so that a step to its left has room. */
    private double needed(Sequence.Step step, int column, double[] columns) {
        boolean isLast = step.right() == column && step.left() < column;
        if (step instanceof Sequence.Message && isLast) {
            return columns[step.left()] + words(step).size().width() + 2 * GAP;
        }
        return column > step.right() ? end(step, column - 1, columns) + GAP : 0;
    }

    /** Returns how far to the right a step reaches that ends in a column. */
    private double end(Sequence.Step step, int column, double[] columns) {
        if (step.right() != column) {
            return 0;
        }
        double width = words(step).size().width();
        return switch (step) {
            case Sequence.Message message ->
                    message.from() == message.to() ? columns[column] + GAP + width : 0;
            case Sequence.Note note ->
                    Math.max(
                            columns[column] + GAP,
                            (columns[note.left()] + columns[column] + note(note).width()) / 2);
        };
    }
}
