package gates.session;

import gates.Finding;
import gates.page.PageLocation;

import kata.compile.StageCode;
import kata.lesson.Difference;
import kata.lesson.Exchange;
import kata.stage.KataException;

import java.time.Duration;
import java.util.List;

/**
 * Types a lesson's session into jshell, and compares what comes out with what the lesson shows.
 *
 * @param limit how long the session may take
 * @param isHanging what to do about a session that takes longer
 * @param isDifferent what to do about one that comes out otherwise
 */
record SessionRun(Duration limit, String isHanging, String isDifferent) {

    /**
     * Blocks until the session has come to its end or the limit has passed.
     *
     * @throws KataException if the code does not compile
     */
    List<Finding> run(Session session, StageCode code) {
        var places = new PageLocation(code.stage());
        ShellOutput output = ShellOutput.of(session.typed(), code, limit);
        Transcript transcript = Transcript.read(output.text(), output.ended());
        if (!transcript.ended()) {
            return List.of(hanging(session, transcript, places));
        }
        return new SessionComparison()
                .compare(session, transcript).stream()
                        .map(difference -> different(difference, places))
                        .toList();
    }

    private Finding hanging(Session session, Transcript transcript, PageLocation places) {
        List<Exchange> exchanges = session.exchanges();
        int reached = Math.clamp(transcript.exchanges().size() - 1, 0, exchanges.size() - 1);
        Exchange last = exchanges.get(reached);
        return new Finding(
                places.inLesson(last.firstLine()),
                "`%s` was still running when the session's %d s were over."
                        .formatted(last.typed().findFirst().orElse(""), limit.toSeconds()),
                isHanging);
    }

    private Finding different(Difference difference, PageLocation places) {
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
