package kata.picture;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sequence diagram: what is in it, and not yet where.
 *
 * @param participants those who take part, from left to right
 * @param steps what happens, from top to bottom
 */
record Sequence(List<Participant> participants, List<Step> steps) {

    /** Somebody who takes part. */
    record Participant(String id, String text, Shape shape) {}

    /** Something that happens. The numbers of participants count from 0. */
    sealed interface Step {

        /** Returns what it says. */
        String text();

        int from();

        int to();

        /** Returns the participant that is furthest to the left. */
        default int left() {
            return Math.min(from(), to());
        }

        /** Returns the one that is furthest to the right. */
        default int right() {
            return Math.max(from(), to());
        }
    }

    /** A message. */
    record Message(int from, int to, String text, Stroke stroke, Mark.Line.End end)
            implements Step {}

    /** A note over the participants from one to another. */
    record Note(int from, int to, String text) implements Step {}

    /** Returns the diagram in words, a step a sentence. */
    String inWords() {
        return steps.stream().map(this::inWords).collect(Collectors.joining(" "));
    }

    private String inWords(Step step) {
        return switch (step) {
            case Message message ->
                    "%s to %s: %s."
                            .formatted(text(message.from()), text(message.to()), message.text());
            case Note note -> "%s: %s.".formatted(text(note.left()), note.text());
        };
    }

    private String text(int participant) {
        return participants.get(participant).text();
    }
}
