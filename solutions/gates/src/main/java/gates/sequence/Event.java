package gates.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that a trace has told, as text.
 *
 * @param number 1, 2, 3, ... as they are told
 * @param kind what kind of event it is
 * @param actor the pid of the process that does it; empty if that is no process
 * @param other the pid of the process that it is done to; empty if there is none
 * @param text what is told of it
 * @param message the number of the message; empty if it is not about one
 * @param messageKind what kind of message it is; empty if it is not about one that is sent
 */
record Event(
        int number,
        Kind kind,
        String actor,
        String other,
        String text,
        String message,
        String messageKind) {

    /** What is told. */
    enum Kind {
        /** The actor has started the other. */
        STARTED,

        /** The actor begins to be a server. */
        SERVES,

        ENDED,
        SENT,
        TAKEN,

        /** The shell comes to a line. */
        LINE
    }

    /** What is told of a line in place of the other process, if all before it has happened. */
    static final String AFTER_ALL = "ALL";

    private static final String MARK = "@event\t";
    private static final int FIELDS = 6;
    private static final Pattern RESULT =
            Pattern.compile("(?:.*\\S ==> |\\|  Exception otp\\.)(.*?)(?: \\(in a call.*)?$");

    /** Returns the events among what a shell has printed, a line with what came of it. */
    static List<Event> read(String printed) {
        List<Event> events = new ArrayList<>();
        int line = -1;
        for (String told : printed.lines().toList()) {
            Matcher result = RESULT.matcher(told);
            if (told.startsWith(MARK)) {
                events.add(read(events.size() + 1, told));
                line = events.getLast().kind() == Kind.LINE ? events.size() - 1 : line;
            } else if (result.lookingAt() && line >= 0) {
                events.set(line, events.get(line).with(result.group(1)));
            }
        }
        return events;
    }

    private static Event read(int number, String line) {
        String[] told = line.substring(MARK.length()).split("\t", -1);
        String[] fields =
                Stream.concat(Stream.of(told), Stream.generate(() -> ""))
                        .limit(FIELDS)
                        .toArray(String[]::new);
        return new Event(
                number,
                Kind.valueOf(fields[0]),
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                fields[5]);
    }

    /** Returns a line with its result; a line that is not shown has none. */
    private Event with(String result) {
        String told = text.isEmpty() ? "" : "%s ==> %s".formatted(text, result);
        return new Event(number, kind, actor, other, told, message, messageKind);
    }

    /** Tells whether all that was told before it has happened before it. */
    boolean isAfterAll() {
        return kind == Kind.LINE && other.equals(AFTER_ALL);
    }

    boolean isSignalTo(String process) {
        return kind == Kind.SENT && messageKind.equals("EXIT") && other.equals(process);
    }
}
