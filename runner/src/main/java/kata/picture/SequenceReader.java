package kata.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a sequence diagram. */
final class SequenceReader {

    private static final Pattern PARTICIPANT =
            Pattern.compile("(participant|actor)\\s+(\\w+)(?:\\s+as\\s+(.+))?");
    private static final Pattern MESSAGE =
            Pattern.compile("(\\w+)\\s*(--?)(>>|\\)|x)\\s*(\\w+)\\s*:\\s*(.+)");
    private static final Pattern NOTE =
            Pattern.compile("Note over (\\w+)(?:\\s*,\\s*(\\w+))?\\s*:\\s*(.+)");

    private static final String REMEDY =
            "Write participant a as text, actor a as text, Note over a: text, and messages as"
                    + " a->>b: text, with one of ->>, -->>, -), --), -x and --x.";

    private final List<Sequence.Participant> participants = new ArrayList<>();
    private final List<Sequence.Step> steps = new ArrayList<>();

    /** Reads a sequence diagram. */
    static Sequence read(SourceLines source) {
        var reader = new SequenceReader();
        source.readStatements(reader::reads, REMEDY);
        return new Sequence(reader.participants, reader.steps);
    }

    private boolean reads(String line) {
        Matcher participant = PARTICIPANT.matcher(line);
        if (participant.matches()) {
            add(participant);
            return true;
        }
        Matcher note = NOTE.matcher(line);
        if (note.matches()) {
            int first = number(note.group(1));
            int last = note.group(2) == null ? first : number(note.group(2));
            steps.add(new Sequence.Note(first, last, SourceLines.decoded(note.group(3))));
            return true;
        }
        Matcher message = MESSAGE.matcher(line);
        if (message.matches()) {
            add(message, SourceLines.decoded(message.group(5)));
            return true;
        }
        return false;
    }

    private void add(Matcher participant) {
        String id = participant.group(2);
        String text = participant.group(3) == null ? id : participant.group(3);
        Shape shape = participant.group(1).equals("actor") ? Shape.STADIUM : Shape.RECTANGLE;
        participants.add(new Sequence.Participant(id, SourceLines.decoded(text), shape));
    }

    private void add(Matcher message, String text) {
        Stroke stroke = message.group(2).equals("-") ? Stroke.SOLID : Stroke.DASHED;
        Mark.Line.End end =
                switch (message.group(3)) {
                    case ")" -> Mark.Line.End.OPEN;
                    case "x" -> Mark.Line.End.CROSS;
                    default -> Mark.Line.End.ARROW;
                };
        int from = number(message.group(1));
        steps.add(new Sequence.Message(from, number(message.group(4)), text, stroke, end));
    }

    /** Returns the number of a participant; one that is new stands behind all others. */
    private int number(String id) {
        return IntStream.range(0, participants.size())
                .filter(number -> participants.get(number).id().equals(id))
                .findFirst()
                .orElseGet(() -> {
                    participants.add(new Sequence.Participant(id, id, Shape.RECTANGLE));
                    return participants.size() - 1;
                });
    }
}
