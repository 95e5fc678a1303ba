package gates.session;

import kata.lesson.Difference;
import kata.lesson.Exchange;
import kata.lesson.ExchangeComparison;

import java.util.ArrayList;
import java.util.List;

/** Compares a session that a lesson shows with the transcript of it. */
final class SessionComparison {

    private final ExchangeComparison comparison = new ExchangeComparison();

    /** Returns the first difference of each exchange. */
    List<Difference> compare(Session session, Transcript transcript) {
        List<Exchange> expected = session.exchanges();
        List<Exchange> actual = transcript.exchanges();
        List<Difference> differences = new ArrayList<>();
        int common = Math.min(expected.size(), actual.size());
        for (int i = 0; i < common; i++) {
            comparison.compare(expected.get(i), actual.get(i)).ifPresent(differences::add);
        }
        if (differences.isEmpty() && common < expected.size()) {
            Exchange missing = expected.get(common);
            differences.add(new Difference(missing.firstLine(), missing.lines().getFirst(), ""));
        }
        return differences;
    }
}
