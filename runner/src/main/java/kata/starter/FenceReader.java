package kata.starter;

import kata.stage.Comment;
import kata.stage.KataException;
import kata.stage.SourceFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fences of one file, and says what is wrong with them. */
final class FenceReader {

    private static final Pattern OPENING = Pattern.compile("// Task (\\d+):(.*)");
    private static final Pattern CLOSING = Pattern.compile("// End of task (\\d+)\\.\\s*");

    private final SourceFile file;
    private final Lines lines;
    private final List<Fence> fences = new ArrayList<>();
    private Optional<Opening> open = Optional.empty();

    private FenceReader(SourceFile file) {
        this.file = file;
        this.lines = new Lines(file.text());
    }

    /**
     * Returns the file's fences from top to bottom.
     *
     * @throws KataException if fences are unclosed, unopened, nested, or without a sentence
     */
    static List<Fence> read(SourceFile file) {
        FenceReader reader = new FenceReader(file);
        Comment.in(file.text()).forEach(reader::read);
        reader.open.ifPresent(reader::refuseUnclosed);
        return List.copyOf(reader.fences);
    }

    private void read(Comment comment) {
        Matcher opening = OPENING.matcher(comment.text());
        Matcher closing = CLOSING.matcher(comment.text());
        if (opening.matches()) {
            open(comment, number(comment, opening), opening.group(2).strip());
        } else if (closing.matches()) {
            close(comment, number(comment, closing));
        }
    }

    private void open(Comment comment, int task, String sentence) {
        requireOwnLine(comment);
        if (open.isPresent()) {
            throw wrong(
                    comment.start(),
                    "task %d begins before task %d has ended; end that one first"
                            .formatted(task, open.get().task()));
        }
        if (sentence.isEmpty()) {
            throw wrong(
                    comment.start(),
                    "task %d says nothing; write what must hold after '// Task %d:'"
                            .formatted(task, task));
        }
        open = Optional.of(new Opening(task, sentence, comment.start()));
    }

    private void close(Comment comment, int task) {
        requireOwnLine(comment);
        Opening opening =
                open.orElseThrow(() ->
                        wrong(
                                comment.start(),
                                "task %d ends here and never began; begin it with '// Task %d: ...'"
                                        .formatted(task, task)));
        if (opening.task() != task) {
            throw wrong(
                    comment.start(),
                    "task %d ends here, but task %d is the one that began on line %d"
                            .formatted(task, opening.task(), lines.number(opening.position())));
        }
        fences.add(
                new Fence(
                        task,
                        opening.sentence(),
                        lines.start(opening.position()),
                        lines.next(opening.position()),
                        lines.start(comment.start()),
                        lines.next(comment.start())));
        open = Optional.empty();
    }

    private int number(Comment comment, Matcher fence) {
        try {
            return Integer.parseInt(fence.group(1));
        } catch (NumberFormatException tooLong) {
            throw wrong(comment.start(), "there is no task %s".formatted(fence.group(1)));
        }
    }

    private void requireOwnLine(Comment comment) {
        if (!lines.beginsAt(comment.start())) {
            throw wrong(
                    comment.start(),
                    "'%s' stands behind code; give it a line of its own".formatted(comment.text()));
        }
    }

    private void refuseUnclosed(Opening opening) {
        throw wrong(
                opening.position(),
                "task %d begins here and does not end; end it with '// End of task %d.'"
                        .formatted(opening.task(), opening.task()));
    }

    private KataException wrong(int position, String problem) {
        return new KataException(
                "%s, line %d: %s.".formatted(file.shownAs(), lines.number(position), problem));
    }

    private record Opening(int task, String sentence, int position) {}
}
