package kata.lesson;

import kata.gate.Finding;
import kata.model.KataException;
import kata.run.Compilation;
import kata.run.StageCode;

import java.time.Duration;
import java.util.List;

/**
 * Types a lesson's session into jshell, and compares what comes out with what the lesson shows.
 *
 * @param limit how long the session may take
 * @param isHanging what to do about a session that takes longer
 * @param isDifferent what to do about one that comes out otherwise
 */
record SessionTrial(Duration limit, String isHanging, String isDifferent) {

    /**
     * Blocks until the session has come to its end or the limit has passed.
     *
     * @throws KataException if the code does not compile
     */
    List<Finding> run(Session session, StageCode code) {
        var places = new Places(code.stage());
        Transcript transcript = shell(code).type(session.typed(), limit);
        if (!transcript.ended()) {
            return List.of(hanging(session, transcript, places));
        }
        return new SessionComparison()
                .compare(session, transcript).stream()
                        .map(difference -> different(difference, places))
                        .toList();
    }

    private static StageShell shell(StageCode code) {
        return switch (Compilation.of(code)) {
            case Compilation.Compiled compiled -> StageShell.on(compiled);
            case Compilation.Refused _ ->
                    throw new KataException(
                            "The %s of %s does not compile, so no session can be run on it."
                                    .formatted(code.variant(), code.stage().path()));
        };
    }

    private Finding hanging(Session session, Transcript transcript, Places places) {
        List<Exchange> exchanges = session.exchanges();
        int reached = Math.clamp(transcript.exchanges().size() - 1, 0, exchanges.size() - 1);
        Exchange last = exchanges.get(reached);
        return new Finding(
                places.inLesson(last.firstLine()),
                "`%s` was still running when the session's %d s were over."
                        .formatted(last.typed().findFirst().orElse(""), limit.toSeconds()),
                isHanging);
    }

    private Finding different(Difference difference, Places places) {
        return new Finding(
                places.inLesson(difference.line()),
                "The lesson shows %s, but jshell printed %s."
                        .formatted(quoted(difference.expected()), quoted(difference.actual())),
                isDifferent);
    }

    private static String quoted(String line) {
        return line.isEmpty() ? "nothing more" : "`%s`".formatted(line);
    }
}
